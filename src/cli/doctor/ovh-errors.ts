import { createTokenLink, type Region, requiredPermissions } from '../../config/regions.ts';
import {
  OvhClientError,
  OvhError,
  OvhServerError,
  OvhTimeoutError,
  OvhUnreachableError,
} from '../../ovh/errors.ts';
import { meaningOf, type RefusalMeaning } from '../../ovh/refusals.ts';
import { isCertificateError } from '../../slack/client/network-cause.ts';

/** Whether OVHcloud rejects the keys altogether, so that no signed call can work. */
export function isKeyTrouble(error: unknown): boolean {
  return ['key_invalid', 'service_account_refused', 'clock_skew'].includes(kindOf(error) ?? '');
}

/** Whether the key lacks permission for the call. */
export function lacksPermission(error: unknown): boolean {
  return kindOf(error) === 'right_missing';
}

function kindOf(error: unknown): RefusalMeaning['kind'] | null {
  return error instanceof OvhClientError ? meaningOf(error).kind : null;
}

/** How to create a new key with all permissions. */
export function keyCreationHint(region: Region): string {
  const link = createTokenLink(region, requiredPermissions(region));
  return `Create a new key: ${link}\nthen set OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET and OVH_CONSUMER_KEY to the values shown.`;
}

/** What went wrong with a call to OVHcloud, and how to fix it. Rethrows other errors. */
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
      return explainKey(meaning.part, region);
    case 'service_account_refused':
      return {
        message: refusedCall(error),
        fix: 'Check OVH_CLIENT_ID and OVH_CLIENT_SECRET, and that OVH_ENDPOINT is the region of the account.',
      };
    case 'clock_skew':
      return { message: "the request's timestamp is too far off", fix: "Set this machine's clock (NTP)." };
    case 'right_missing': {
      const lacks = meaning.actions.length > 0 ? ` (${meaning.actions.join(', ')})` : '';
      return { message: `the key lacks permission for ${call}${lacks}`, fix: 'See "permissions".' };
    }
    case 'account_not_allowed': {
      const actions = meaning.actions.join(', ');
      const fix = actions
        ? `Allow ${actions} in an IAM policy of the account, in the control panel.`
        : "Check the account's IAM policies in the control panel.";
      return { message: refusedCall(error), fix };
    }
    case 'rate_limited':
      return {
        message: refusedCall(error),
        fix: 'Too many requests: try again in a minute.',
      };
    default:
      return otherwise(error, apiMessage);
  }
}

/** OVHcloud's own words say more than the app knows. */
function otherwise(error: OvhError, words: string | null): { message: string; fix: string } {
  const said = [...(words ?? '').replaceAll(/\s+/g, ' ')].slice(0, 200).join('');
  return {
    message: `${refusedCall(error)}${said && `: "${said}"`}`,
    fix: 'Try again in a minute. If that does not help, contact OVHcloud support with the query ID.',
  };
}

function refusedCall({ call, status, errorClass, queryId }: OvhError): string {
  const request = queryId ? ` (query ID ${queryId})` : '';
  return `OVHcloud refused ${call}: ${[status, errorClass].filter(Boolean).join(' ')}${request}`;
}

function explainKey(
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
        message: 'the signature is wrong: OVH_APPLICATION_SECRET does not belong to the other two keys',
        fix: `Correct OVH_APPLICATION_SECRET. Or: ${keyCreationHint(region)}`,
      };
  }
}

function unreachable({ call, cause }: OvhUnreachableError): { message: string; fix: string } {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  const fix = isCertificateError(code)
    ? 'The certificate is not trusted: check OVH_ENDPOINT; behind your own proxy, set NODE_EXTRA_CA_CERTS to the file with its certificate.'
    : 'Check OVH_ENDPOINT, and that this machine can connect to it (network, firewall, proxy).';
  return { message: `OVHcloud cannot be reached for ${call}${code}`, fix };
}
