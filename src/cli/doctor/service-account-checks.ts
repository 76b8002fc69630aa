import {
  actionsNeeded,
  type IamAction,
  OPTIONAL_ACTIONS,
  policyAllowing,
  type Resource,
  resourceUrns,
  USAGE_ACTIONS,
} from '../../config/iam.ts';
import { policyConsole, type Region } from '../../config/regions.ts';
import { getAuthDetails } from '../../ovh/auth.ts';
import type { OvhClient } from '../../ovh/client.ts';
import { OvhError, OvhSignInError } from '../../ovh/errors.ts';
import { checkAuthorization } from '../../ovh/iam.ts';
import type { AuthDetails } from '../../ovh/schemas/account.ts';
import { type Finding, failure, ok, warning } from './finding.ts';
import { explain } from './ovh-errors.ts';

/** The result of checking the credentials. `works`: they give access to the account. */
export type SignIn = { findings: Finding[]; works: boolean; mayDeleteCarts: boolean };

/** Without these no cart is created: a lost one could not be found and deleted. */
const CART_ACTIONS = ['order:apiovh:cart/get', 'order:apiovh:cart/delete'];

/**
 * Who the service account is (GET /auth/details), and whether its IAM policy allows what the app needs. Changes
 * nothing.
 */
export async function checkServiceAccount(ovh: OvhClient, region: Region): Promise<SignIn> {
  try {
    const details = await getAuthDetails(ovh);
    const { findings, unauthorized } = await checkPolicy(ovh, details, region);
    const mayDeleteCarts = unauthorized?.every(({ action }) => !CART_ACTIONS.includes(action)) ?? false;
    return { findings: [accountFinding(details), ...findings], works: true, mayDeleteCarts };
  } catch (error) {
    return { findings: [signInFinding(error, region)], works: false, mayDeleteCarts: false };
  }
}

function accountFinding({ account, description, identities }: AuthDetails): Finding {
  const name = [description, identities[0]].filter(Boolean).join(', ') || 'it';
  return ok('service account', `${name} signs in to the account ${account}`);
}

function signInFinding(error: unknown, region: Region): Finding {
  if (!(error instanceof OvhSignInError)) {
    const { message, fix } = explain(error, region);
    return failure('service account', { message, fix });
  }
  const why = [error.status, error.errorClass].filter(Boolean).join(' ');
  return failure('service account', {
    message: `OVHcloud (${region.name}) does not accept OVH_CLIENT_ID and OVH_CLIENT_SECRET (${why})`,
    fix: 'Check both, and that OVH_ENDPOINT is the region of the account. If the secret is lost, create another service account (docs/setup.md).',
  });
}

/** `unauthorized` is null if OVHcloud did not say. */
async function checkPolicy(
  ovh: OvhClient,
  { account, identities }: AuthDetails,
  region: Region,
): Promise<{ findings: Finding[]; unauthorized: IamAction[] | null }> {
  const identity = identities.find((urn) => urn.includes(':identity:credential:')) ?? identities[0] ?? '';
  const owner = { account, identity };
  const urns = resourceUrns(owner);
  const needed = actionsNeeded(region);
  const check = async (resource: Resource): Promise<IamAction[]> => {
    const wanted = [...needed, ...OPTIONAL_ACTIONS].filter(({ on }) => on === resource);
    const actions = wanted.map(({ action }) => action);
    const { authorizedActions } = await checkAuthorization(ovh, urns[resource], actions);
    return wanted.filter(({ action }) => !authorizedActions.includes(action));
  };
  try {
    const lacked = (await Promise.all([check('account'), check('projects')])).flat();
    const optional = lacked.filter((action) => OPTIONAL_ACTIONS.includes(action));
    const unauthorized = lacked.filter((action) => !optional.includes(action));
    const finding =
      unauthorized.length === 0
        ? ok('IAM policy', `allows all ${needed.length} actions that are needed`)
        : lacking(unauthorized, { owner, region });
    return {
      findings: [finding, voucherFinding(optional.map(({ action }) => action))],
      unauthorized,
    };
  } catch (error) {
    if (!(error instanceof OvhError)) throw error;
    const { message } = explain(error, region);
    const fix = 'Compare the policy of the service account with docs/setup.md, or try again in a minute.';
    return {
      findings: [warning('IAM policy', { message: `could not be checked: ${message}`, fix })],
      unauthorized: null,
    };
  }
}

function lacking(
  unauthorized: IamAction[],
  { owner, region }: { owner: { account: string; identity: string }; region: Region },
): Finding {
  const isUsageAlone = unauthorized.every((action) => USAGE_ACTIONS.includes(action));
  const message = `the service account lacks ${unauthorized.map(({ action }) => action).join(', ')}`;
  const fix = `Create a policy that allows exactly this. As the account's administrator, paste it into ${policyConsole(region)}`;
  return {
    ...(isUsageAlone
      ? warning('IAM policy', {
          message: `${message}: it can order, but what projects with a budget spend cannot be read`,
          fix: `${fix}\nOr set BUDGET=off.`,
        })
      : failure('IAM policy', { message, fix })),
    paste: JSON.stringify(policyAllowing(unauthorized, owner), null, 2),
  };
}

/** Whether requesters can add a voucher to a ready project. Optional, so always ok. */
export function voucherFinding(missing: readonly string[]): Finding {
  if (missing.length === 0) return ok('Add voucher', 'is offered to requesters whose project is ready');
  return ok('Add voucher', `is not offered: that needs ${missing.join(', ')} (docs/setup.md)`);
}
