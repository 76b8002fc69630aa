import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { BASE_PATH, isForApi } from './api.ts';
import { createApiListener, type RecordedCall } from './api-listener.ts';
import { ownCertificate } from './certificate.ts';
import { type Contract, contractsAt } from './contracts.ts';
import { createState, type StateOptions } from './create-state.ts';
import { advance, pay } from './delivery.ts';
import { placeExternalOrder } from './external-order.ts';
import { createFaultScript, type FaultScript } from './faults.ts';
import { answerPage } from './pages.ts';
import type { Offer, ProjectPrice } from './prices.ts';
import type {
  Account,
  ConsumerKey,
  Credentials,
  DeniedAction,
  FollowUpEntry,
  LocalCart,
  LocalOrder,
  OrderStatus,
  Quirks,
  Requirements,
  ServiceAccount,
} from './state.ts';
import { createSwitches } from './switches.ts';
import { spend } from './usage.ts';

/** How a local OVHcloud is started. */
export type LocalOvhcloudOptions = StateOptions & {
  /** The port on 127.0.0.1; 0, the default, takes a free one. */
  port?: number;
  /** The name by which it is called, and for which its certificate is; 127.0.0.1 unless given. */
  host?: string;
  /**
   * Serves the checkout and contract pages over plain http on a second port, so that browsers open them without a
   * warning.
   */
  pagesOverHttp?: boolean;
  /** Gets a line for each call: method, path, status. No secrets. */
  log?: (line: string) => void;
  /** How long every call takes at least. */
  latencyMs?: number;
};

/** A running local OVHcloud, and its test controls. */
export type LocalOvhcloud = {
  /** What goes into OVH_ENDPOINT: `https://127.0.0.1:PORT/1.0`. */
  endpoint: string;
  /** `https://127.0.0.1:PORT`. */
  origin: string;
  /** Where the checkout and contract pages are: `origin`, or another one with `pagesOverHttp`. */
  pagesOrigin: string;
  /** The certificate to trust, PEM: the `ca` of an https request, or a file for NODE_EXTRA_CA_CERTS. */
  certificate: string;
  /** The keys that sign; the other way of signing in is `serviceAccount`. */
  credentials: Credentials;
  serviceAccount: ServiceAccount;
  /** The account's, such as `FR`. */
  subsidiary: string;
  /** Every API call so far, the oldest first. */
  calls: RecordedCall[];
  carts: ReadonlyMap<string, LocalCart>;
  orders: ReadonlyMap<number, LocalOrder>;
  faults: FaultScript;
  /** The account as GET /me and the checkout see it; change it at will. */
  account: Account;
  /** When the consumer key ends; change it at will. */
  key: ConsumerKey;
  /** What this OVHcloud does otherwise than one would hope; change it at will. */
  quirks: Quirks;
  /** What offers, previews and checkouts cost from now on; the tax rate stays unless given. */
  setPrice(price: Partial<ProjectPrice>): void;
  /** The contracts of previews and checkouts from now on. */
  setContracts(contracts: readonly Contract[]): void;
  /** What a project can be configured with, and what the checkout then insists on. */
  setRequirements(requirements: Requirements): void;
  /** What GET …/cloud answers from now on in place of the offers that there are: anything, as it is. */
  setOffers(change: (offers: readonly Offer[]) => unknown[]): void;
  /** Forbids an IAM action: by a policy of the account, or because the key or token lacks it. The refusal names it. */
  denyAction(action: string, by?: DeniedAction['by']): void;
  /** Takes permissions away: calls that fit are refused with NOT_GRANTED_CALL. `path` may hold `*` or `{parameters}`. */
  deny(method: string, path: string): void;
  /** Ends every access token that was issued: calls with one are answered with 401. */
  endTokens(): void;
  /** As if someone had clicked `Pay this order` on the checkout page. */
  payOrder(orderId: number): void;
  /** Moves a paid order to its next step at once: delivering, delivered, project there. */
  advance(orderId: number): void;
  /**
   * Holds an order in a status (`documentsRequested`, `cancelled`, …) until it is set to null; `said` is what GET
   * …/followUp then has as the newest entry.
   */
  setOrderStatus(orderId: number, status: OrderStatus | null, said?: FollowUpEntry): void;
  /** Lets the project of an order cost something this month: now, and what is expected until the month's end. */
  spend(orderId: number, usage: { spent?: number; expected?: number }): void;
  /** Another order in the same account, placed by a human in the control panel. */
  placeExternalOrder(order: { description: string }): LocalOrder;
  /** Stops listening and destroys all connections, hanging ones too. */
  close(): Promise<void>;
};

/**
 * Starts an OVHcloud of our own on 127.0.0.1: https, signatures, access tokens, permissions, carts, checkout, orders,
 * projects. It remembers everything until it is closed. In a test:
 *
 * ```ts
 * const ovhcloud = await startLocalOvhcloud();
 * after(() => ovhcloud.close());
 * // OVH_ENDPOINT = ovhcloud.endpoint, OVH_CLIENT_ID = ovhcloud.serviceAccount.clientId, …
 * // trust ovhcloud.certificate: NODE_EXTRA_CA_CERTS in a child process, `https.globalAgent.options.ca` in this one
 * const checkout = { method: 'POST', path: '/order/cart/{cartId}/checkout' };
 * ovhcloud.faults.add({ ...checkout, kind: 'lose-answer' });
 * ovhcloud.calls.filter((call) => call.template === checkout.path);
 * ```
 *
 * Time: `now` is the time of carts, orders and signatures, and what GET /auth/time says, so a test may jump days. What is
 * invented, for want of a public source, says so where it is written.
 */
export async function startLocalOvhcloud(options: LocalOvhcloudOptions = {}): Promise<LocalOvhcloud> {
  const { host = '127.0.0.1' } = options;
  const { certificate, key } = await ownCertificate(host);
  const state = createState(options);
  const faults = createFaultScript();
  const calls: RecordedCall[] = [];
  const answerCall = createApiListener(state, {
    faults,
    calls,
    latencyMs: options.latencyMs ?? 0,
    log: options.log ?? (() => {}),
  });

  const switches = createSwitches(state, faults);

  const server = createServer({ key, cert: certificate }, (request, response) => {
    if (!isForApi(request.url ?? '')) answerPage(state, switches, { request, response });
    else if (switches.awayFor() > 0) request.socket.destroy();
    else void answerCall(request, response);
  });
  // After a stall, a connection that is ended meanwhile would lose a call.
  server.keepAliveTimeout = 0;
  const origin = `https://${host}:${await listen(server, options.port ?? 0)}`;
  const servers: Server[] = [server];
  state.pagesOrigin = origin;
  if (options.pagesOverHttp) {
    const pages = createHttpServer((request, response) => answerPage(state, switches, { request, response }));
    state.pagesOrigin = `http://127.0.0.1:${await listen(pages, 0)}`;
    servers.push(pages);
  }
  state.contracts = contractsAt(state.pagesOrigin, state.region);

  const orderOf = (orderId: number): LocalOrder => {
    const order = state.orders.get(orderId);
    if (!order) throw new Error(`The local OVHcloud has no order ${orderId}`);
    return order;
  };

  return {
    endpoint: `${origin}${BASE_PATH}`,
    origin,
    pagesOrigin: state.pagesOrigin,
    certificate,
    credentials: state.credentials,
    serviceAccount: state.serviceAccount,
    subsidiary: state.subsidiary,
    calls,
    carts: state.carts,
    orders: state.orders,
    faults,
    account: state.account,
    key: state.key,
    quirks: state.quirks,
    setPrice(price: Partial<ProjectPrice>) {
      state.price = { ...state.price, ...price };
    },
    setContracts(contracts) {
      state.contracts = contracts;
    },
    setRequirements(requirements) {
      state.requirements = requirements;
    },
    setOffers(change) {
      state.changeOffers = change;
    },
    denyAction(action, by = 'IAM') {
      state.deniedActions.push({ action, by });
    },
    deny(method, path) {
      state.denied.push({ method, path });
    },
    endTokens: () => state.tokens.clear(),
    payOrder: (orderId) => pay(state, orderOf(orderId), 'checkout page'),
    advance: (orderId) => advance(state, orderOf(orderId)),
    setOrderStatus(orderId, status, said) {
      orderOf(orderId).statusOverride = status;
      orderOf(orderId).said = said ?? null;
    },
    spend: (orderId, usage) => spend(state, orderOf(orderId), usage),
    placeExternalOrder: ({ description }) => placeExternalOrder(state, description),
    close: async () => {
      await Promise.all(servers.map(closeNow));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closeNow(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
