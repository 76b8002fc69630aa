import { randomBytes } from 'node:crypto';
import { DEFAULT_DELIVERY } from './delivery.ts';
import { SMALLEST_POLICY } from './iam.ts';
import { REQUIREMENTS } from './items.ts';
import { smallestPermissions } from './permissions.ts';
import { DEFAULT_PRICE } from './prices.ts';
import { assertSubsidiary, type Region, regionProfile } from './regions.ts';
import type { Credentials, DeliverySeconds, OvhState, Permission, ServiceAccount } from './state.ts';

export type StateOptions = {
  /** Which of OVHcloud's APIs to play: the default is `ovh-eu`. */
  endpoint?: Region;
  /** The account's subsidiary: `FR`, `CA` on ovh-ca, or `US` on ovh-us, unless given. */
  subsidiary?: string;
  /** Random ones unless given. */
  credentials?: Credentials;
  /** The permissions of the key; the smallest set that order-cloud needs, unless given. */
  permissions?: readonly Permission[];
  /** A random one unless given. */
  serviceAccount?: ServiceAccount;
  /** What the service account may do; the actions that order-cloud needs, unless given. */
  allowedActions?: readonly string[];
  /** How long access tokens are good: 3,599 s unless given, as OVHcloud's are. */
  tokenSeconds?: number;
  /** How long the steps after the payment take. */
  delivery?: Partial<DeliverySeconds>;
  /** The time of carts and orders. */
  now?: () => Date;
};

/** An account with nothing in it. Throws for a subsidiary that the region does not have. */
export function createState(options: StateOptions): OvhState {
  const region = options.endpoint ?? 'ovh-eu';
  const subsidiary = options.subsidiary ?? regionProfile(region).usualSubsidiary;
  assertSubsidiary(region, subsidiary);
  let lastId = 230_000_000;
  return {
    region,
    subsidiary,
    credentials: options.credentials ?? randomCredentials(),
    permissions: options.permissions ?? smallestPermissions(region),
    denied: [],
    key: { expiration: null },
    serviceAccount: options.serviceAccount ?? randomServiceAccount(),
    allowedActions: options.allowedActions ?? SMALLEST_POLICY,
    tokens: new Map(),
    tokenSeconds: options.tokenSeconds ?? 3_599,
    price: DEFAULT_PRICE,
    contracts: [],
    account: {
      state: 'complete',
      kycValidated: true,
      hasPaymentMethod: true,
      paymentMethodStatus: 'VALID',
    },
    requirements: REQUIREMENTS,
    changeOffers: (offers) => [...offers],
    deniedActions: [],
    delivery: { ...DEFAULT_DELIVERY, ...options.delivery },
    quirks: {
      readOnlyAfterMs: 0,
      ordersListedAfterMs: 0,
      cartListIgnoresFilter: false,
      cartListLeavesOutSpent: false,
      deletesSpentCarts: false,
    },
    carts: new Map(),
    orders: new Map(),
    pagesOrigin: '',
    now: options.now ?? (() => new Date()),
    nextId: () => {
      lastId += 1;
      return lastId;
    },
  };
}

function randomCredentials(): Credentials {
  return { applicationKey: hex(8), applicationSecret: hex(16), consumerKey: hex(16) };
}

function randomServiceAccount(): ServiceAccount {
  return { clientId: hex(8), clientSecret: hex(16) };
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
