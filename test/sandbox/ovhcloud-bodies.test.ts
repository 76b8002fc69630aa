import { after, before, describe, test } from 'node:test';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { assertRefused, type Client, createClient, fillCart, PROJECT } from './ovhcloud-client.ts';

let ovhcloud: LocalOvhcloud;
let client: Client;
before(async () => {
  ovhcloud = await startLocalOvhcloud();
  client = createClient(ovhcloud);
});
after(() => ovhcloud.close());

describe('local OVHcloud: input validation', () => {
  const cases: { what: string; method?: string; path: () => string; body: unknown; message: RegExp }[] = [];
  let cart = '';
  let item = '';
  before(async () => {
    ({ cart, item } = await fillCart(client));
  });
  const refuses = (what: string, path: () => string, body: unknown, message: RegExp, method = 'POST') =>
    cases.push({ what, path, body, message, method });

  refuses('a wrong subsidiary', () => '/order/cart', { ovhSubsidiary: 'XX' }, /^invalid ovhSubsidiary$/);
  refuses(
    'a subsidiary in lower case',
    () => '/order/cart',
    { ovhSubsidiary: 'fr' },
    /^invalid ovhSubsidiary$/,
  );
  refuses('no subsidiary', () => '/order/cart', {}, /'ovhSubsidiary' is a required property$/);
  refuses(
    'an unknown property',
    () => '/order/cart',
    { ovhSubsidiary: 'FR', name: 'x' },
    /not described parameters: \(name\)/,
  );
  refuses(
    'an expiry that is no date',
    () => '/order/cart',
    { ovhSubsidiary: 'FR', expire: 'soon' },
    /'expire'/,
  );
  refuses('a body that is a list', () => '/order/cart', ['FR'], /isn't valid/);
  refuses('an unknown property of a changed cart', () => cart, { readOnly: true }, /\(readOnly\)/, 'PUT');
  refuses('an assignment with a body', () => `${cart}/assign`, { cartId: 'x' }, /\(cartId\)/);
  for (const name of Object.keys(PROJECT)) {
    const { [name as keyof typeof PROJECT]: _, ...rest } = PROJECT;
    refuses(
      `a project without ${name}`,
      () => `${cart}/cloud`,
      rest,
      new RegExp(`^The input provided isn't valid: '${name}' is a required property$`),
    );
  }
  refuses('a quantity that is text', () => `${cart}/cloud`, { ...PROJECT, quantity: '1' }, /'quantity'/);
  refuses('a quantity of 2', () => `${cart}/cloud`, { ...PROJECT, quantity: 2 }, /quantity 2/);
  refuses(
    'an unknown plan',
    () => `${cart}/cloud`,
    { ...PROJECT, planCode: 'project' },
    /Plan code project is not/,
  );
  refuses(
    'a plan without renewal',
    () => `${cart}/cloud`,
    { ...PROJECT, planCode: 'project.discovery' },
    /no such duration/,
  );
  refuses(
    'the duration of the installation',
    () => `${cart}/cloud`,
    { ...PROJECT, duration: 'P0D' },
    /no such duration/,
  );
  refuses(
    'another pricing mode',
    () => `${cart}/cloud`,
    { ...PROJECT, pricingMode: 'x' },
    /no such duration/,
  );
  refuses(
    'the misprint of the guide',
    () => `${cart}/cloud`,
    { ...PROJECT, priceMode: 'default' },
    /\(priceMode\)/,
  );
  refuses(
    'a configuration without value',
    () => `${item}/configuration`,
    { label: 'voucher' },
    /'value' is a required/,
  );
  refuses('an unknown consent', () => `${cart}/checkout`, { waive: true }, /\(waive\)/);
  refuses(
    'a consent that is text',
    () => `${cart}/checkout`,
    { waiveRetractationPeriod: 'yes' },
    /'waiveRetractationPeriod'/,
  );

  for (const { what, method = 'POST', path, body, message } of cases) {
    test(`${what} is answered with 400`, async () => {
      assertRefused(await client.call(method, path(), { body }), 400, 'Client::BadRequest', message);
    });
  }

  test('an unknown query parameter, an invalid date and an invalid id are answered with 400', async () => {
    const call = (path: string) => client.call('GET', path);
    assertRefused(await call('/order/cart?name=x'), 400, 'Client::BadRequest', /\(name\)/);
    assertRefused(await call('/me/order?date.from=yesterday'), 400, 'Client::BadRequest', /\[date.from\]/);
    assertRefused(await call(`${cart}/item/one`), 400, 'Client::BadRequest', /\[itemId\].*type long/);
  });

  test('an unknown call is answered with 404', async () => {
    const message = 'Got an invalid (or empty) URL';
    assertRefused(await client.call('GET', '/order/carts'), 404, 'Client::NotFound', message);
    assertRefused(await client.call('DELETE', '/me/order'), 404, 'Client::NotFound', message);
  });
});
