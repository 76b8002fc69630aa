import type { Region } from '../../config/regions.ts';
import type { Values } from '../../config/settings.ts';
import {
  getAccount,
  getEligibility,
  listPreferredPaymentMethods,
  listValidPreferredPaymentMethods,
} from '../../ovh/account.ts';
import type { OvhClient } from '../../ovh/client.ts';
import type { Account } from '../../ovh/schemas/account.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import { explain } from './ovh-errors.ts';

/** The purchasing account: its name, what is missing, how it pays; and its subsidiary, null if unknown. */
export async function checkAccount(
  ovh: OvhClient,
  values: Partial<Values>,
  region: Region,
): Promise<{ findings: Finding[]; subsidiary: string | null }> {
  const trouble = (check: string) => (error: unknown) => {
    const { message, fix } = explain(error, region);
    return [failure(check, { message, fix })];
  };
  let subsidiary: string | null = null;
  const account = getAccount(ovh).then((known) => {
    subsidiary = known.ovhSubsidiary;
    return accountFindings(known, values, region);
  });
  const findings = await Promise.all([
    account.catch(trouble('account')),
    checkPayment(ovh, values, region).catch(trouble('payment method')),
    checkEligibility(ovh, region).catch(trouble('eligibility')),
  ]);
  return { findings: findings.flat(), subsidiary };
}

function accountFindings(account: Account, values: Partial<Values>, region: Region): Finding[] {
  const { ovhSubsidiary, nichandle, state, kycValidated } = account;
  const panel = `Control panel (${region.controlPanel}) > the account at the top right`;
  const incomplete = warning('account', {
    message: 'OVHcloud still needs customer details',
    fix: `Complete it: ${panel}.`,
  });
  const unchecked = warning('account', {
    message: 'its identity is not confirmed (KYC)',
    fix: `Check whether OVHcloud asks for documents: ${panel}.`,
  });
  const { OVH_SUBSIDIARY: wanted } = values;
  return [
    ok('account', `${nichandle ?? 'the account'} buys from OVHcloud ${ovhSubsidiary}`),
    ...(state === 'incomplete' ? [incomplete] : []),
    ...(kycValidated === false ? [unchecked] : []),
    ...(wanted && wanted !== ovhSubsidiary ? [otherSubsidiary(wanted, ovhSubsidiary)] : []),
    ...(region.subsidiaries.includes(ovhSubsidiary) ? [] : [otherRegion(ovhSubsidiary, region)]),
  ];
}

function otherSubsidiary(wanted: string, actual: string): Finding {
  return failure('subsidiary', {
    message: `OVH_SUBSIDIARY is ${wanted}, and the account belongs to ${actual}`,
    fix: `Leave OVH_SUBSIDIARY empty, or set it to ${actual}.`,
  });
}

function otherRegion(actual: string, { name, subsidiaries }: Region): Finding {
  return failure('subsidiary', {
    message: `${actual} does not belong to ${name} (${subsidiaries.join(', ')}): plan and permissions would be those of another region`,
    fix: `Set OVH_ENDPOINT to the account's region; if it is a URL, set OVH_SUBSIDIARY=${actual}.`,
  });
}

async function checkPayment(ovh: OvhClient, values: Partial<Values>, region: Region): Promise<Finding[]> {
  const autoPay = values.OVH_AUTOPAY ?? false;
  const [methods, valid] = await Promise.all([
    listPreferredPaymentMethods(ovh),
    autoPay ? listValidPreferredPaymentMethods(ovh) : null,
  ]);
  const where = `Add one: control panel (${region.controlPanel}) > Billing > Payment methods, and make it the default.`;
  if (methods.length > 0 && valid?.length === 0) {
    return [
      failure('payment method', {
        message: 'the default one is not valid, and OVH_AUTOPAY=true needs to charge it',
        fix: `Renew it, or make another one the default: control panel (${region.controlPanel}) > Billing > Payment methods. Or set OVH_AUTOPAY=false.`,
      }),
    ];
  }
  if (methods.length > 0) {
    const use = autoPay
      ? 'approving an order charges it (OVH_AUTOPAY=true)'
      : 'not charged: orders are paid with their payment link';
    return [ok('payment method', `there is a default one; ${use}`)];
  }
  if (autoPay) {
    return [
      failure('payment method', {
        message: 'none is the default, and OVH_AUTOPAY=true needs to charge one',
        fix: `${where} Or set OVH_AUTOPAY=false.`,
      }),
    ];
  }
  const message =
    'none is the default: OVHcloud may refuse a project without one, or ask for one on the payment page';
  return [warning('payment method', { message, fix: where })];
}

/** What OVHcloud requires before a project can be ordered. BETA there, so never more than a warning. */
async function checkEligibility(ovh: OvhClient, region: Region): Promise<Finding[]> {
  if (!region.hasEligibility) return [skipped('eligibility', { message: `not available on ${region.name}` })];
  const { actionsRequired } = await getEligibility(ovh, null);
  const advice: Record<string, string> = {
    addPaymentMethod: 'a payment method must be added',
    askIncreaseProjectsQuota:
      'the account has reached its limit of projects: ask OVHcloud support for a higher one',
    challengePaymentMethod: 'the payment method must be confirmed',
    verifyPaypal: 'the PayPal account must be confirmed',
  };
  // A missing payment method has its own line.
  const others = actionsRequired.filter((action) => action !== 'addPaymentMethod');
  if (others.length === 0)
    return actionsRequired.length > 0 ? [] : [ok('eligibility', 'the account may order a project')];
  const message = others.map((action) => advice[action] ?? `OVHcloud asks for "${action}"`).join('; ');
  return [
    warning('eligibility', { message, fix: `Resolve it in the control panel (${region.controlPanel}).` }),
  ];
}
