import { createTokenLink, type Region, requiredPermissions } from '../../config/regions.ts';
import { OvhClientError, OvhError, OvhTimeoutError, OvhUnreachableError } from '../../ovh/errors.ts';

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
    error instanceof OvhClientError &&
    (KEY_TROUBLES.includes(error.errorClass ?? '') || isUnknownApplication(error))
  );
}

/** Whether OVHcloud says that the key has not the right to the call. */
export function lacksPermission(error: unknown): boolean {
  return error instanceof OvhClientError && error.errorClass === 'NOT_GRANTED_CALL';
}

/** The way to a new key that has all rights. */
export function keyCreationHint(region: Region): string {
  const link = createTokenLink(region, requiredPermissions(region));
  return `Make a new key: ${link}\nthen set OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY to what it shows.`;
}

/** What happened to a call to OVHcloud, without OVHcloud's own words, and what to do. Throws what is not OVHcloud's. */
export function explain(error: unknown, region: Region): { message: string; fix: string } {
  if (!(error instanceof OvhError)) throw error;
  const { call, status, errorClass, queryId } = error;
  const request = queryId ? ` (query id ${queryId})` : '';
  const refused = `OVHcloud refuses ${call}: ${[status, errorClass].filter(Boolean).join(' ')}${request}`;
  if (error instanceof OvhUnreachableError) return unreachable(error);
  if (error instanceof OvhTimeoutError) {
    return {
      message: `OVHcloud did not answer ${call} in time`,
      fix: 'Check the network, or try again in a minute.',
    };
  }
  if (isUnknownApplication(error)) {
    const fix = `Check that OVH_ENDPOINT is the region of your account, and OVH_APPLICATION_KEY. ${keyCreationHint(region)}`;
    return { message: `OVHcloud (${region.name}) does not know OVH_APPLICATION_KEY`, fix };
  }
  switch (errorClass) {
    case 'INVALID_CREDENTIAL':
      return {
        message: 'OVH_CONSUMER_KEY is unknown, has expired, or was never confirmed',
        fix: keyCreationHint(region),
      };
    case 'INVALID_SIGNATURE':
      return {
        message: 'the signature is wrong: OVH_APPLICATION_SECRET does not belong to the two other keys',
        fix: `Correct OVH_APPLICATION_SECRET. Or: ${keyCreationHint(region)}`,
      };
    case 'QUERY_TIME_OUT':
      return { message: "the signature's time is too far off", fix: "Set this machine's clock (NTP)." };
    case 'NOT_GRANTED_CALL':
      return { message: `the key has not the right to ${call}`, fix: 'See "rights".' };
    case 'Client::Forbidden':
      return {
        message: refused,
        fix: "Check the account's IAM policies in the control panel: one of them may not allow it.",
      };
    default:
      return {
        message: refused,
        fix: 'Try again in a minute. If it stays, ask OVHcloud support, with the query id.',
      };
  }
}

function unreachable({ call, cause }: OvhUnreachableError): { message: string; fix: string } {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  const isCertificate = /CERT|SIGNED|VERIFY|ISSUER/.test(code);
  const fix = isCertificate
    ? 'The certificate is not trusted: check OVH_ENDPOINT; behind a proxy of yours, NODE_EXTRA_CA_CERTS names the file with its certificate.'
    : 'Check OVH_ENDPOINT, and that this machine may connect to it (network, firewall, proxy).';
  return { message: `OVHcloud cannot be reached for ${call}${code}`, fix };
}

/** The code that comes with it is not published; the words are. */
function isUnknownApplication(error: OvhError): boolean {
  if (!(error instanceof OvhClientError)) return false;
  return error.errorClass === 'INVALID_KEY' || error.apiMessage.startsWith('This application key is invalid');
}
