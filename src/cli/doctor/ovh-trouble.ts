import { createTokenLink, type Region, rightsNeeded } from '../../config/regions.ts';
import { OvhError, OvhRefusal, OvhTimeout, OvhUnreachable } from '../../ovh/errors.ts';

/** What is wrong with the keys themselves, so that no signed call can work. */
const KEY_TROUBLES = [
  'INVALID_CREDENTIAL',
  'INVALID_KEY',
  'INVALID_SIGNATURE',
  'NOT_CREDENTIAL',
  'QUERY_TIME_OUT',
];

/** Whether OVHcloud does not take the keys at all. */
export function isKeyTrouble(error: unknown): boolean {
  return (
    error instanceof OvhRefusal &&
    (KEY_TROUBLES.includes(error.errorClass ?? '') || isUnknownApplication(error))
  );
}

/** Whether OVHcloud says that the key has not the right to the call. */
export function lacksRight(error: unknown): boolean {
  return error instanceof OvhRefusal && error.errorClass === 'NOT_GRANTED_CALL';
}

/** The way to a new key that has all rights. */
export function newKey(region: Region): string {
  const link = createTokenLink(region, rightsNeeded(region));
  return `Make a new key: ${link}\nthen set OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY to what it shows.`;
}

/** What happened to a call to OVHcloud, without OVHcloud's own words, and what to do. Throws what is not OVHcloud's. */
export function explain(error: unknown, region: Region): { says: string; todo: string } {
  if (!(error instanceof OvhError)) throw error;
  const { call, status, errorClass, queryId } = error;
  const request = queryId ? ` (query id ${queryId})` : '';
  const refused = `OVHcloud refuses ${call}: ${[status, errorClass].filter(Boolean).join(' ')}${request}`;
  if (error instanceof OvhUnreachable) return unreachable(error);
  if (error instanceof OvhTimeout) {
    return {
      says: `OVHcloud did not answer ${call} in time`,
      todo: 'Check the network, or try again in a minute.',
    };
  }
  if (isUnknownApplication(error)) {
    const todo = `Check that OVH_ENDPOINT is the region of your account, and OVH_APPLICATION_KEY. ${newKey(region)}`;
    return { says: `OVHcloud (${region.name}) does not know OVH_APPLICATION_KEY`, todo };
  }
  switch (errorClass) {
    case 'INVALID_CREDENTIAL':
      return {
        says: 'OVH_CONSUMER_KEY is unknown, has expired, or was never confirmed',
        todo: newKey(region),
      };
    case 'INVALID_SIGNATURE':
      return {
        says: 'the signature is wrong: OVH_APPLICATION_SECRET does not belong to the two other keys',
        todo: `Correct OVH_APPLICATION_SECRET. Or: ${newKey(region)}`,
      };
    case 'QUERY_TIME_OUT':
      return { says: "the signature's time is too far off", todo: "Set this machine's clock (NTP)." };
    case 'NOT_GRANTED_CALL':
      return { says: `the key has not the right to ${call}`, todo: 'See "rights".' };
    case 'Client::Forbidden':
      return {
        says: refused,
        todo: "Check the account's IAM policies in the control panel: one of them may not allow it.",
      };
    default:
      return {
        says: refused,
        todo: 'Try again in a minute. If it stays, ask OVHcloud support, with the query id.',
      };
  }
}

function unreachable({ call, cause }: OvhUnreachable): { says: string; todo: string } {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  const isCertificate = /CERT|SIGNED|VERIFY|ISSUER/.test(code);
  const todo = isCertificate
    ? 'The certificate is not trusted: check OVH_ENDPOINT; behind a proxy of yours, NODE_EXTRA_CA_CERTS names the file with its certificate.'
    : 'Check OVH_ENDPOINT, and that this machine may connect to it (network, firewall, proxy).';
  return { says: `OVHcloud cannot be reached for ${call}${code}`, todo };
}

/** The code that comes with it is not published; the words are. */
function isUnknownApplication(error: OvhError): boolean {
  if (!(error instanceof OvhRefusal)) return false;
  return error.errorClass === 'INVALID_KEY' || error.apiMessage.startsWith('This application key is invalid');
}
