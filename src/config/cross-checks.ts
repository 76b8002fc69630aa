import { redactForDisplay, type SettingError } from './errors.ts';
import { knownRegion } from './regions.ts';
import type { Values } from './settings.ts';

/** Each setting that does not fit another one. A setting that is wrong in itself is left out. */
export function crossCheck(given: Record<string, string>, values: Partial<Values>): SettingError[] {
  return [missingTransport(given), tooFewApprovers(values), subsidiaryMismatch(values)].filter(
    (one) => one !== null,
  );
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
