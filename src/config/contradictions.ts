import type { Values } from '../config.ts';
import { problemLine, quote } from './problems.ts';
import { knownRegion } from './regions.ts';

/** One line for each setting that does not fit another one. A setting that is wrong in itself is left out. */
export function contradictions(given: Record<string, string>, values: Partial<Values>): string[] {
  return [noWayIn(given), tooFewApprovers(values), foreignSubsidiary(values)].filter((line) => line !== null);
}

function noWayIn(given: Record<string, string>): string | null {
  if (given.SLACK_APP_TOKEN || given.SLACK_SIGNING_SECRET) return null;
  return problemLine(
    {
      name: 'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
      expected:
        'one of both: an app-level token starting with xapp- (Socket Mode) or a signing secret (HTTP mode)',
      whereToGet:
        'Slack app settings > Basic Information > App-Level Tokens, or App Credentials > Signing Secret',
    },
    'but neither is set',
  );
}

function tooFewApprovers({
  APPROVERS: approvers,
  APPROVALS_REQUIRED: required,
}: Partial<Values>): string | null {
  if (!approvers || !required) return null;
  const aGroupIsListed = approvers.some((id) => id.startsWith('S'));
  if (aGroupIsListed || required <= approvers.length) return null;
  const expected = `at most the number of people in APPROVERS (${approvers.length})`;
  return problemLine({ name: 'APPROVALS_REQUIRED', expected }, `got "${required}"`);
}

function foreignSubsidiary({
  OVH_ENDPOINT: endpoint,
  OVH_SUBSIDIARY: subsidiary,
}: Partial<Values>): string | null {
  if (!endpoint || !subsidiary) return null;
  const known = knownRegion(endpoint)?.subsidiaries;
  if (!known || known.includes(subsidiary)) return null;
  const expected = `a subsidiary of ${endpoint} (${known.join(', ')}) or nothing`;
  return problemLine({ name: 'OVH_SUBSIDIARY', expected }, `got ${quote(subsidiary)}`);
}
