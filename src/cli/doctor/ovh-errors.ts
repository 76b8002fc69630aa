import { createTokenLink, type Region, requiredPermissions } from '../../config/regions.ts';
import {
  OvhClientError,
  OvhError,
  OvhServerError,
  OvhTimeoutError,
  OvhUnreachableError,
} from '../../ovh/errors.ts';
import { meaningOf, type RefusalMeaning } from '../../ovh/refusals.ts';

/** Whether OVHcloud does not take the keys at all, so that no signed call can work. */
export function isKeyTrouble(error: unknown): boolean {
  return ['key_invalid', 'clock_skew'].includes(kindOf(error) ?? '');
}

/** Whether OVHcloud says that the key has not the right to the call. */
export function lacksPermission(error: unknown): boolean {
  return kindOf(error) === 'right_missing';
}

function kindOf(error: unknown): RefusalMeaning['kind'] | null {
  return error instanceof OvhClientError ? meaningOf(error).kind : null;
}

/** The way to a new key that has all rights. */
export function keyCreationHint(region: Region): string {
  const link = createTokenLink(region, requiredPermissions(region));
  return `Make a new key: ${link}\nthen set OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY to what it shows.`;
}

/** What happened to a call to OVHcloud, and what to do. Throws what is not OVHcloud's. */
export function explain(error: unknown, region: Region): { message: string; fix: string } {
  if (!(error instanceof OvhError)) throw error;
  if (error instanceof OvhUnreachableError) return unreachable(error);
  if (error instanceof OvhTimeoutError) {
    return {
      message: `OVHcloud did not answer ${error.call} in time`,
      fix: 'Check the network, or try again in a minute.',
    };
  }
  if (error instanceof OvhClientError) return explainRefusal(error, region);
  return otherwise(error, error instanceof OvhServerError ? error.apiMessage : null);
}

function explainRefusal(error: OvhClientError, region: Region): { message: string; fix: string } {
  const { call, apiMessage } = error;
  const meaning = meaningOf(error);
  switch (meaning.kind) {
    case 'key_invalid':
      return aboutKeys(meaning.part, region);
    case 'clock_skew':
      return { message: "the signature's time is too far off", fix: "Set this machine's clock (NTP)." };
    case 'right_missing': {
      const lacks = meaning.actions.length > 0 ? ` (${meaning.actions.join(', ')})` : '';
      return { message: `the key has not the right to ${call}${lacks}`, fix: 'See "rights".' };
    }
    case 'account_not_allowed': {
      const actions = meaning.actions.join(', ');
      const fix = actions
        ? `Let an IAM policy of the account allow ${actions}, in the control panel.`
        : "Check the account's IAM policies in the control panel: one of them may not allow it.";
      return { message: refusedCall(error), fix };
    }
    case 'rate_limited':
      return {
        message: refusedCall(error),
        fix: 'OVHcloud has had too many requests: try again in a minute.',
      };
    default:
      return otherwise(error, apiMessage);
  }
}

/** OVHcloud's own words say more than this app knows. */
function otherwise(error: OvhError, words: string | null): { message: string; fix: string } {
  const said = [...(words ?? '').replaceAll(/\s+/g, ' ')].slice(0, 200).join('');
  return {
    message: `${refusedCall(error)}${said && `: "${said}"`}`,
    fix: 'Try again in a minute. If it stays, ask OVHcloud support, with the query id.',
  };
}

function refusedCall({ call, status, errorClass, queryId }: OvhError): string {
  const request = queryId ? ` (query id ${queryId})` : '';
  return `OVHcloud refuses ${call}: ${[status, errorClass].filter(Boolean).join(' ')}${request}`;
}

function aboutKeys(
  part: Extract<RefusalMeaning, { kind: 'key_invalid' }>['part'],
  region: Region,
): { message: string; fix: string } {
  switch (part) {
    case 'application_key': {
      const fix = `Check that OVH_ENDPOINT is the region of your account, and OVH_APPLICATION_KEY. ${keyCreationHint(region)}`;
      return { message: `OVHcloud (${region.name}) does not know OVH_APPLICATION_KEY`, fix };
    }
    case 'consumer_key':
      return {
        message: 'OVH_CONSUMER_KEY is unknown, has expired, or was never confirmed',
        fix: keyCreationHint(region),
      };
    case 'signature':
      return {
        message: 'the signature is wrong: OVH_APPLICATION_SECRET does not belong to the two other keys',
        fix: `Correct OVH_APPLICATION_SECRET. Or: ${keyCreationHint(region)}`,
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
