import { SIGN_IN_SETTINGS } from './credentials.ts';
import { redactForDisplay, type SettingError } from './errors.ts';
import { knownRegion, regionOf } from './regions.ts';
import { table, type Values } from './settings.ts';

/** Each setting that contradicts another one. Settings that are invalid in themselves are ignored. */
export function crossCheck(given: Record<string, string>, values: Partial<Values>): SettingError[] {
  const others = [
    missingTransport(given),
    tooFewApprovers(values),
    subsidiaryMismatch(values),
    unsettledFreeOrders(values),
  ];
  return [...signInProblems(given), ...others].filter((one) => one !== null);
}

/** Either a service account or an application key has to be set, completely. */
function signInProblems(given: Record<string, string>): SettingError[] {
  const { serviceAccount, applicationKey } = SIGN_IN_SETTINGS;
  const set = [...serviceAccount, ...applicationKey].filter((name) => given[name]);
  const isAccount = serviceAccount.some((name) => given[name]);
  const isKey = applicationKey.some((name) => given[name]);
  const either = `either a service account (${serviceAccount.join(', ')}) or an application key (${applicationKey.join(', ')})`;
  if (isAccount && isKey) {
    return [{ name: set.join(', '), expected: either, found: 'but settings of both are set' }];
  }
  if (!isAccount && !isKey) {
    const { whereToGet } = table.OVH_CLIENT_ID;
    return [
      { name: serviceAccount.join(' and '), expected: either, found: 'but neither is set', whereToGet },
    ];
  }
  return (isAccount ? serviceAccount : applicationKey)
    .filter((name) => !given[name])
    .map((name) => ({ ...table[name], name, found: 'but it is not set' }));
}

function missingTransport(given: Record<string, string>): SettingError | null {
  if (given.SLACK_APP_TOKEN || given.SLACK_SIGNING_SECRET) return null;
  return {
    name: 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
    expected:
      'one of both: an app-level token starting with xapp- (Socket Mode) or a signing secret (HTTP mode)',
    found: 'but neither is set',
    whereToGet:
      'Slack app settings > Basic Information > App-Level Tokens, or App Credentials > Signing Secret',
  };
}

function tooFewApprovers({
  APPROVERS: approvers,
  APPROVALS_REQUIRED: required,
}: Partial<Values>): SettingError | null {
  if (!approvers || !required) return null;
  const aGroupIsListed = approvers.some((id) => id.startsWith('S'));
  if (aGroupIsListed || required <= approvers.length) return null;
  const expected = `at most the number of people in APPROVERS (${approvers.length})`;
  return { name: 'APPROVALS_REQUIRED', expected, found: `got "${required}"` };
}

function subsidiaryMismatch({
  OVH_ENDPOINT: endpoint,
  OVH_SUBSIDIARY: subsidiary,
}: Partial<Values>): SettingError | null {
  if (!endpoint || !subsidiary) return null;
  const known = knownRegion(endpoint)?.subsidiaries;
  if (!known || known.includes(subsidiary)) return null;
  const expected = `a subsidiary of ${endpoint} (${known.join(', ')}) or nothing`;
  return { name: 'OVH_SUBSIDIARY', expected, found: `got ${redactForDisplay(subsidiary)}` };
}

function unsettledFreeOrders({
  OVH_SETTLE_FREE_ORDERS: isOn,
  OVH_ENDPOINT: endpoint,
  OVH_SUBSIDIARY: subsidiary,
}: Partial<Values>): SettingError | null {
  if (!isOn || !endpoint) return null;
  const region = regionOf(endpoint, subsidiary);
  if (region.canSettleFreeOrders) return null;
  const expected = `false on ${region.name}, where OVHcloud lets no app confirm orders`;
  return { name: 'OVH_SETTLE_FREE_ORDERS', expected, found: 'got "true"' };
}
