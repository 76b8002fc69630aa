import type { Contract } from './contracts.ts';
import type { Offer, Price, ProjectPrice } from './prices.ts';
import type { Region } from './regions.ts';

/** Everything the local OVHcloud remembers: one account, its carts and orders. Plain data; gone when the server closes. */
export type OvhState = {
  region: Region;
  subsidiary: string;
  credentials: Credentials;
  permissions: readonly Permission[];
  denied: Permission[];
  key: ConsumerKey;
  serviceAccount: ServiceAccount;
  /** The IAM actions that the policy of the service account allows. */
  allowedActions: readonly string[];
  /** The access tokens that were issued, each with its end (by `now`). */
  tokens: Map<string, Date>;
  /** How long a token is good from now on. */
  tokenSeconds: number;
  price: ProjectPrice;
  contracts: readonly Contract[];
  account: Account;
  requirements: Requirements;
  /** What GET …/cloud makes of the offers that there are. */
  changeOffers(offers: readonly Offer[]): unknown[];
  /** IAM actions that are forbidden. */
  deniedActions: DeniedAction[];
  delivery: DeliverySeconds;
  quirks: Quirks;
  carts: Map<string, LocalCart>;
  orders: Map<number, LocalOrder>;
  /** Where the checkout and contract pages live, such as `https://127.0.0.1:40123`. */
  pagesOrigin: string;
  /** The time of carts and orders.  */
  now(): Date;
  /** A number that was not used before, for items, orders and the rest. */
  nextId(): number;
};

/** A permission of an application key: a method and a path where `*` matches anything, slashes included. */
export type Permission = { method: string; path: string };

/** The consumer key; tests may let it end while the server runs. */
export type ConsumerKey = { expiration: Date | null };

export type Credentials = { applicationKey: string; applicationSecret: string; consumerKey: string };

/** The other way of signing in: OAuth2 client credentials. */
export type ServiceAccount = { clientId: string; clientSecret: string };

/** The account behind the key. Tests may change it while the server runs. */
export type Account = {
  state: 'complete' | 'incomplete';
  kycValidated: boolean;
  hasPaymentMethod: boolean;
  /** The API's payment.method.StatusEnum, such as `VALID` or `EXPIRED`. */
  paymentMethodStatus: string;
};

/** `listed` is the answer of GET …/requiredConfiguration; the checkout refuses an item without the `mandatory` labels. */
export type Requirements = { listed: readonly unknown[]; mandatory: readonly string[] };

/** Forbidden by a policy of the account, or by the permissions of the key or token. */
export type DeniedAction = { action: string; by: 'IAM' | 'Authentication' };

/** What a real OVHcloud may do otherwise than one would hope. Tests may change it while the server runs. */
export type Quirks = {
  /** How long after its checkout a cart still shows `readOnly: false`. */
  readOnlyAfterMs: number;
  /** How long after it was placed an order is not listed yet. */
  ordersListedAfterMs: number;
  /** GET /order/cart returns all carts, regardless of `description=`. */
  cartListIgnoresFilter: boolean;
  /** GET /order/cart leaves out carts that were checked out. */
  cartListLeavesOutSpent: boolean;
  /** DELETE works on a cart that was checked out. */
  deletesSpentCarts: boolean;
};

/** How long the steps after the payment take, each counted from the end of the one before. */
export type DeliverySeconds = { checking: number; delivering: number; projectAppears: number };

export type LocalCart = {
  cartId: string;
  ovhSubsidiary: string;
  description: string;
  expire: Date;
  assigned: boolean;
  /** Made by a call with credentials: then GET /order/cart lists it before it is assigned. */
  signed: boolean;
  readOnly: boolean;
  checkedOutAt: Date | null;
  items: LocalItem[];
  orderId: number | null;
};

export type LocalItem = {
  itemId: number;
  planCode: string;
  duration: string;
  pricingMode: string;
  quantity: number;
  configurations: Configuration[];
};

export type Configuration = { id: number; label: string; value: string };

export type LocalOrder = {
  orderId: number;
  orderPassword: string;
  url: string;
  /** null for an order that a human placed without this API key. */
  cartId: string | null;
  date: Date;
  /** The same to the millisecond. */
  placedAt: Date;
  expirationDate: Date;
  /** The project's name. */
  description: string;
  projectId: string;
  /** The OpenStack name of the project: a number that says nothing. */
  projectName: string;
  lines: OrderLine[];
  prices: { withTax: Price; withoutTax: Price; tax: Price };
  autoPayWithPreferredPaymentMethod: boolean;
  waiveRetractationPeriod: boolean;
  paidBy: 'preferred payment method' | 'checkout page' | 'fidelity account' | null;
  paidAt: Date | null;
  /** The credits that the project was given. */
  credits: LocalCredit[];
  /** What the project has used, by the month (`2026-11`). */
  usage: Map<string, LocalUsage>;
  /** Seconds of delivery that `advance` skipped. */
  skippedSeconds: number;
  /** A status that a test has set; it holds until it is null again. */
  statusOverride: OrderStatus | null;
  /** What GET …/followUp says about that status. */
  said: FollowUpEntry | null;
};

/** In cents: what was spent in a month, and what more is expected until its end. */
export type LocalUsage = { spent: number; expected: number };

/** Credit of a voucher. */
export type LocalCredit = { id: number; voucher: string; total: Price };

/** An entry of GET /me/order/{orderId}/followUp, such as `FRAUD_DOCS_REQUESTED`. */
export type FollowUpEntry = { label: string; description: string };

export type OrderLine = {
  orderDetailId: number;
  operationId: number;
  detailType: 'INSTALLATION' | 'DURATION';
  description: string;
  item: LocalItem;
  unitPrice: Price;
  totalPrice: Price;
};

export type OrderStatus =
  | 'cancelled'
  | 'cancelling'
  | 'checking'
  | 'delivered'
  | 'delivering'
  | 'documentsRequested'
  | 'notPaid'
  | 'unknown';
