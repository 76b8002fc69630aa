import { randomBytes } from 'node:crypto';
import { DEFAULT_DELIVERY } from './delivery.ts';
import { REQUIREMENTS } from './items.ts';
import { smallestPermissions } from './permissions.ts';
import { DEFAULT_PRICE } from './prices.ts';
import { assertSubsidiary, type Region, regionProfile } from './regions.ts';
import type { Credentials, DeliverySeconds, OvhState, Permission } from './state.ts';

export type StateOptions = {
  /** Which of OVHcloud's APIs to play: the default is `ovh-eu`. */
  endpoint?: Region;
  /** The account's subsidiary: `FR`, `CA` on ovh-ca, or `US` on ovh-us, unless given. */
  subsidiary?: string;
  /** Random ones unless given. */
  credentials?: Credentials;
  /** The rights of the key; the smallest set that order-cloud needs, unless given. */
  rights?: readonly Permission[];
  /** How long the steps after the payment take. */
  delivery?: Partial<DeliverySeconds>;
  /** The time of carts and orders. */
  now?: () => Date;
};

/** An account with nothing in it. Throws for a subsidiary that the flavour does not have. */
export function createState(options: StateOptions): OvhState {
  const region = options.endpoint ?? 'ovh-eu';
  const subsidiary = options.subsidiary ?? regionProfile(region).usualSubsidiary;
  assertSubsidiary(region, subsidiary);
  let lastId = 230_000_000;
  return {
    region,
    subsidiary,
    credentials: options.credentials ?? randomCredentials(),
    rights: options.rights ?? smallestPermissions(region),
    denied: [],
    key: { expiration: null },
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
  const hex = (bytes: number) => randomBytes(bytes).toString('hex');
  return { applicationKey: hex(8), applicationSecret: hex(16), consumerKey: hex(16) };
}
