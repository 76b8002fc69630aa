import { z } from 'zod';
import { ApiError, notFound } from './errors.ts';
import { readBody } from './input.ts';
import type { Call, Route } from './routes.ts';
import type { OvhState } from './state.ts';

/** The actions of what order-cloud does only where it is switched on, or where it may. */
export const OPTIONAL_ACTIONS: readonly string[] = [
  'account:apiovh:me/order/payWithRegisteredPaymentMean',
  'publicCloudProject:apiovh:credit/create',
  'publicCloudProject:apiovh:credit/get',
];

/** The actions that the service account's policy allows unless others are given: the fewest that order-cloud needs. */
export const SMALLEST_POLICY: readonly string[] = [
  'account:apiovh:me/get',
  'account:apiovh:me/payment/method/get',
  'account:apiovh:me/order/get',
  'account:apiovh:me/order/status/get',
  'account:apiovh:me/order/details/get',
  'account:apiovh:me/order/details/extension/get',
  'account:apiovh:me/order/details/operations/get',
  'account:apiovh:me/order/followUp/get',
  'account:apiovh:publicCloudProject/eligibility/get',
  'order:apiovh:cart/get',
  'order:apiovh:cart/delete',
  'order:apiovh:cart/assign',
  'order:apiovh:cart/checkout/simulate',
  'order:apiovh:cart/checkout/execute',
  'publicCloudProject:apiovh:get',
  'publicCloudProject:apiovh:usage/current/get',
  'publicCloudProject:apiovh:usage/forecast/get',
];

/** The account's name, which its URN ends in. */
export const ACCOUNT = 'lo12345-ovh';

const Check = z.strictObject({ actions: z.array(z.string()) });

/** The call that says what the caller may do. */
export const iamRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/v2/iam/resource/{resourceURN}/authorization/check',
    auth: 'signed',
    handler: checkAuthorization,
  },
];

/**
 * Throws OVHcloud's refusal, which names the action, where that is forbidden to the caller, or the policy of the service
 * account does not allow it. A route without an action needs none.
 */
export function assertAllowed(
  state: OvhState,
  caller: 'key' | 'service account',
  action: string | undefined,
): void {
  if (action === undefined) return;
  const denied = state.deniedActions.find((each) => each.action === action);
  if (!denied && (caller === 'key' || isAllowed(state, action))) return;
  const by = denied?.by ?? 'IAM';
  throw new ApiError(403, {
    class: 'Client::Forbidden',
    message: 'User not granted for this request',
    details: {
      unauthorizedActionsByAuthentication: by === 'Authentication' ? action : '',
      unauthorizedActionsByIAM: by === 'IAM' ? action : '',
    },
  });
}

/** The beginning of every URN here, such as `urn:v1:eu`. */
export function urnPrefix(state: OvhState): string {
  return `urn:v1:${state.region.replace('ovh-', '')}`;
}

/** The service account's own URN, by which policies name it. */
export function identityOf(state: OvhState): string {
  return `${urnPrefix(state)}:identity:credential:${ACCOUNT}/oauth2-${state.serviceAccount.clientId}`;
}

/** The API's iam.AuthorizeResponse. An action counts on the resource that it belongs to: the account, or projects. */
function checkAuthorization(state: OvhState, call: Call) {
  const { actions } = readBody(Check, call.body);
  const resource = `${urnPrefix(state)}:resource`;
  const urn = call.params.resourceURN ?? '';
  const isProject = urn.startsWith(`${resource}:publicCloudProject:`);
  if (!isProject && urn !== `${resource}:account:${ACCOUNT}`) throw notFound();
  const fits = (action: string) => action.startsWith('publicCloudProject:') === isProject;
  const authorizedActions = actions.filter((action) => fits(action) && isAllowed(state, action));
  const unauthorizedActions = actions.filter((action) => !authorizedActions.includes(action));
  return { authorizedActions, unauthorizedActions };
}

function isAllowed({ allowedActions, deniedActions }: OvhState, action: string): boolean {
  return allowedActions.includes(action) && !deniedActions.some((denied) => denied.action === action);
}
