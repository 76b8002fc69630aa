import { featuresIn } from '../../config/config.ts';
import { credentialsIn } from '../../config/credentials.ts';
import {
  type ApiPermission,
  createTokenLink,
  OPTIONAL_PERMISSIONS,
  type Region,
  regionOf,
  requiredPermissions,
} from '../../config/regions.ts';
import type { Values } from '../../config/settings.ts';
import { DAY_MS } from '../../orders/time.ts';
import { getCredential, measureClockSkew } from '../../ovh/auth.ts';
import { createOvhClient, type OvhClient } from '../../ovh/client.ts';
import type { OvhConfig } from '../../ovh/request.ts';
import type { Credential } from '../../ovh/schemas/account.ts';
import { networkAdvice, networkCause } from '../../slack/client/network-cause.ts';
import { checkAccount } from './account-checks.ts';
import { type Finding, failure, ok, skipped, warning } from './finding.ts';
import { explain, isKeyTrouble, keyCreationHint, lacksPermission } from './ovh-errors.ts';
import { missingPermissions, unneededPermissions } from './permissions.ts';
import { checkPlan } from './plan-check.ts';
import { checkServiceAccount, type SignIn, voucherFinding } from './service-account-checks.ts';

/** Per-call timeout, even if OVH_TIMEOUT_SECONDS is longer: the doctor is interactive. */
const TIMEOUT_SECONDS = 15;
/**
 * Beyond the first, times on orders are visibly wrong; beyond the second, Slack's signed requests (HTTP mode) are refused.
 * Requests to OVHcloud are signed with its time, regardless of ours.
 */
const SKEW_SECONDS = { warning: 5, failure: 300 };
const EXPIRES_SOON_DAYS = 14;

/**
 * Clock, sign-in, permissions, account and plan at OVHcloud. Creates one cart and deletes it: nothing is assigned or
 * checked out.
 */
export async function checkOvhcloud(values: Partial<Values>): Promise<Finding[]> {
  const config = ovhSettings(values);
  if (!config)
    return [skipped('sign-in', { message: 'cannot be checked before the settings above are right' })];
  const region = regionOf(config.endpoint, values.OVH_SUBSIDIARY, featuresIn(values));

  const clock = await checkClock(config, region);
  if (clock.outcome === 'skipped') return [unreachable(clock)];
  const ovh = createOvhClient(config, { retryDelays: [500] });
  const check = 'clientId' in config ? checkServiceAccount : checkApplicationKey;
  const signIn = await check(ovh, region);
  const seen = [clock, ...signIn.findings];
  if (!signIn.works)
    return [
      ...seen,
      skipped('permissions, account, plan', { message: 'cannot be checked before the app can sign in' }),
    ];

  const { findings, subsidiary } = await checkAccount(ovh, values, region);
  const { mayDeleteCarts } = signIn;
  const plan = await checkPlan(ovh, { values, region, subsidiary, mayDeleteCarts });
  return [...seen, ...findings, ...freeOrderFindings(region), ...budgetFindings(values), plan];
}

function freeOrderFindings({ features }: Region): Finding[] {
  if (!features.settleFreeOrders) return [];
  return [
    ok('free orders', 'once approved, the app confirms them automatically (OVH_SETTLE_FREE_ORDERS=true)'),
  ];
}

function budgetFindings({ BUDGET: mode, BUDGET_CHECK_HOURS: hours }: Partial<Values>): Finding[] {
  if (mode === undefined || mode === 'off') return [];
  const every = hours === undefined ? '' : `, and what projects with one spend is read every ${hours} h`;
  return [ok('budgets', `a monthly budget is ${mode} (BUDGET=${mode})${every}`)];
}

function ovhSettings(values: Partial<Values>): OvhConfig | null {
  const { OVH_ENDPOINT, OVH_TIMEOUT_SECONDS } = values;
  const credentials = credentialsIn(values);
  if (!OVH_ENDPOINT || !credentials) return null;
  return {
    endpoint: OVH_ENDPOINT,
    ...credentials,
    timeoutSeconds: Math.min(OVH_TIMEOUT_SECONDS ?? TIMEOUT_SECONDS, TIMEOUT_SECONDS),
  };
}

/** `skipped` if OVHcloud did not return the time: then it does not answer at all. */
async function checkClock(config: OvhConfig, region: Region): Promise<Finding> {
  try {
    const { differenceSeconds, tookMs } = await measureClockSkew(config);
    return clockFinding(differenceSeconds, tookMs);
  } catch (error) {
    const { message, fix } = explain(error, region);
    const cause = networkCause((error as Error).cause);
    const isProxy = /\b407\b/.test(cause);
    return skipped('reachable', { message, fix: isProxy ? `To get there, ${networkAdvice(cause)}.` : fix });
  }
}

function unreachable({ message, fix = '' }: Finding): Finding {
  return failure('reachable', { message, fix });
}

/** What a difference (OVHcloud's clock minus ours) means. It is accurate to half a second plus half the round trip. */
function clockFinding(differenceSeconds: number, tookMs: number): Finding {
  const sure = Math.max(0, Math.abs(differenceSeconds) - 0.5 - tookMs / 2000);
  const seconds = Math.round(Math.abs(differenceSeconds));
  const message = `this machine's clock is ${seconds} s ${differenceSeconds > 0 ? 'behind' : 'ahead of'} OVHcloud's`;
  if (sure > SKEW_SECONDS.failure) {
    return failure('clock', {
      message: `${message}: times on orders are wrong, and in HTTP mode Slack's requests are refused`,
      fix: 'Set it (NTP).',
    });
  }
  if (sure > SKEW_SECONDS.warning)
    return warning('clock', {
      message,
      fix: 'Set it (NTP): times on orders follow it, and beyond 300 s Slack cannot reach the app by HTTP.',
    });
  return ok('clock', `agrees with OVHcloud's (which answered in ${tookMs} ms)`);
}

/** With these a cart can be created and reliably deleted again. */
const CART_PERMISSIONS: readonly ApiPermission[] = [
  { method: 'POST', path: '/order/cart' },
  { method: 'GET', path: '/order/cart' },
  { method: 'GET', path: '/order/cart/*' },
  { method: 'DELETE', path: '/order/cart/*' },
];

async function checkApplicationKey(ovh: OvhClient, region: Region): Promise<SignIn> {
  const { finding, credential, works } = await checkKey(() => getCredential(ovh), region);
  const permissions =
    works && credential
      ? [checkPermissions(credential, region), voucherFinding(missingOptional(credential))]
      : [];
  const mayDeleteCarts =
    credential !== null && missingPermissions(CART_PERMISSIONS, credential.rules).length === 0;
  return { findings: [finding, ...permissions], works, mayDeleteCarts };
}

type KeySeen = { finding: Finding; credential: Credential | null; works: boolean };

async function checkKey(read: () => Promise<Credential>, region: Region): Promise<KeySeen> {
  try {
    const credential = await read();
    const finding = keyFinding(credential, region);
    return { finding, credential, works: finding.outcome !== 'failure' };
  } catch (error) {
    const { message, fix } = explain(error, region);
    if (!lacksPermission(error))
      return { finding: failure('key', { message, fix }), credential: null, works: !isKeyTrouble(error) };
    const missing = createTokenLink(region, [{ method: 'GET', path: '/auth/currentCredential' }]);
    const finding = failure('permissions', {
      message: 'the key lacks GET /auth/currentCredential, so its other permissions cannot be checked',
      fix: `The missing one, filled in: ${missing}\nThe permissions of a key cannot be changed. ${keyCreationHint(region)}`,
    });
    return { finding, credential: null, works: true };
  }
}

function keyFinding({ status, expiration }: Credential, region: Region): Finding {
  if (status !== 'validated') {
    return failure('key', {
      message: `its state is "${status}", not "validated"`,
      fix: keyCreationHint(region),
    });
  }
  if (!expiration) return ok('key', 'works, and does not expire');
  const days = Math.floor((expiration.getTime() - Date.now()) / DAY_MS);
  const when = expiration.toISOString().slice(0, 10);
  if (days >= EXPIRES_SOON_DAYS) return ok('key', `works until ${when}`);
  return warning('key', {
    message: `expires on ${when}: after that nothing can be ordered or tracked`,
    fix: keyCreationHint(region),
  });
}

function missingOptional({ rules }: Credential): string[] {
  return missingPermissions(OPTIONAL_PERMISSIONS, rules).map(({ method, path }) => `${method} ${path}`);
}

/** Compares the key's permissions with those needed. */
function checkPermissions({ rules }: Credential, region: Region): Finding {
  const needed = requiredPermissions(region);
  const list = (permissions: readonly { method: string; path: string }[]) =>
    permissions.map(({ method, path }) => `${method} ${path}`).join(', ');
  const missing = missingPermissions(needed, rules);
  if (missing.length > 0) {
    return failure('permissions', {
      message: `the key lacks ${list(missing)}`,
      fix: [
        `Only the missing ones, filled in: ${createTokenLink(region, missing)}`,
        `The permissions of a key cannot be changed, so the app needs a key with all of them. ${keyCreationHint(region)}`,
      ].join('\n'),
    });
  }
  const more = unneededPermissions([...needed, ...OPTIONAL_PERMISSIONS], rules);
  const note = more.length > 0 ? `; not needed: ${list(more)}` : '';
  return ok('permissions', `all ${needed.length} that are needed${note}`);
}
