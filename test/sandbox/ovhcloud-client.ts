import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request } from 'node:https';
import type { LocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';

export type Reply = { status: number; headers: Record<string, unknown>; text: string; body: unknown };

export type CallOptions = { body?: unknown; unsigned?: boolean; headers?: Record<string, string> };

/** Makes a plain https client of the local OVHcloud that signs itself, as OVHcloud documents it. `now`: ms since 1970. */
export function createClient(ovhcloud: LocalOvhcloud, now: () => number = Date.now) {
  const { applicationKey, applicationSecret, consumerKey } = ovhcloud.credentials;

  /** One call; rejects when the connection breaks. `headers` replace the ones it would send. */
  async function call(method: string, path: string, options: CallOptions = {}): Promise<Reply> {
    const text = options.body === undefined ? '' : JSON.stringify(options.body);
    const timestamp = String(Math.floor(now() / 1000));
    const url = `https://127.0.0.1/1.0${path}`;
    const signed = [applicationSecret, consumerKey, method, url, text, timestamp].join('+');
    const signature = {
      'X-Ovh-Application': applicationKey,
      'X-Ovh-Consumer': consumerKey,
      'X-Ovh-Timestamp': timestamp,
      'X-Ovh-Signature': `$1$${createHash('sha1').update(signed).digest('hex')}`,
    };
    const headers = {
      'Content-Type': 'application/json',
      ...(options.unsigned ? {} : signature),
      ...options.headers,
    };
    const reply = await send(ovhcloud, method, `${ovhcloud.endpoint}${path}`, headers, text);
    return { ...reply, body: parse(reply.text) };
  }

  /** The body of a call that has to succeed. */
  async function ok<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await call(method, path, body === undefined ? {} : { body });
    if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
    return reply.body as T;
  }

  return { call, ok };
}

export type Client = ReturnType<typeof createClient>;

/** One https request that trusts the local OVHcloud's certificate. */
export function send(
  ovhcloud: LocalOvhcloud,
  method: string,
  url: string,
  headers: Record<string, string> = {},
  text = '',
): Promise<Omit<Reply, 'body'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Omit<Reply, 'body'>>();
  const outgoing = request(
    url,
    { method, headers, ca: ovhcloud.certificate, agent: false },
    async (incoming) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        const body = Buffer.concat(chunks).toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text: body });
      } catch (error) {
        reject(error);
      }
    },
  );
  outgoing.on('error', reject);
  outgoing.end(text);
  return promise;
}

/** A cart with a project in it, ready for checkout. */
export async function fillCart(
  client: Client,
  {
    name = 'myproject',
    voucher,
    description = 'order 1',
  }: { name?: string; voucher?: string; description?: string } = {},
): Promise<{ cartId: string; itemId: number; item: string; cart: string }> {
  const { cartId } = await client.ok<{ cartId: string }>('POST', '/order/cart', {
    ovhSubsidiary: 'FR',
    description,
  });
  const cart = `/order/cart/${cartId}`;
  await client.ok('POST', `${cart}/assign`);
  const { itemId } = await client.ok<{ itemId: number }>('POST', `${cart}/cloud`, PROJECT);
  const item = `${cart}/item/${itemId}`;
  await client.ok('POST', `${item}/configuration`, { label: 'description', value: name });
  if (voucher !== undefined)
    await client.ok('POST', `${item}/configuration`, { label: 'voucher', value: voucher });
  return { cartId, itemId, item, cart };
}

/** What POST /order/cart/{cartId}/cloud takes for a project on ovh-eu. */
export const PROJECT = { planCode: 'project.2018', duration: 'P1M', pricingMode: 'default', quantity: 1 };

export type OrderReply = {
  orderId: number | null;
  url: string | null;
  contracts: { name: string; url: string; content: string }[];
  details: { detailType: string; quantity: number; totalPrice: { value: number }; reductions: unknown[] }[];
  prices: Record<'withTax' | 'withoutTax' | 'tax', { value: number; text: string; priceInUcents: number }> &
    Record<'reduction' | 'originalWithoutTax', { value: number } | null>;
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asserts a refusal by the service: its status, class and words. */
export function assertRefused(
  reply: Reply,
  status: number,
  className: string,
  message: string | RegExp,
): void {
  const body = reply.body as { class: string; message: string };
  assert.deepEqual([reply.status, body.class], [status, className], reply.text);
  if (typeof message === 'string') assert.equal(body.message, message);
  else assert.match(body.message, message);
  assert.match(String(reply.headers['x-ovh-queryid']), /^EU\./);
}

/** Asserts that neither the dry run nor the checkout takes the cart, which stays open. */
export async function assertBothRefuse(client: Client, cart: string, message: string): Promise<void> {
  assertRefused(await client.call('GET', `${cart}/checkout`), 400, 'Client::BadRequest', message);
  assertRefused(
    await client.call('POST', `${cart}/checkout`, { body: {} }),
    400,
    'Client::BadRequest',
    message,
  );
  assert.equal((await client.ok<{ readOnly: boolean }>('GET', cart)).readOnly, false);
}
