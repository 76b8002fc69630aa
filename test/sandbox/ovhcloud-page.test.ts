import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { createClient, fillCart, type OrderReply, send } from './ovhcloud-client.ts';

let now = new Date('2026-11-23T10:00:00Z');
let ovhcloud: LocalOvhcloud;
before(async () => {
  ovhcloud = await startLocalOvhcloud({ now: () => now });
});
after(() => ovhcloud.close());

test('the checkout page shows what is bought, the price and the deadline, and its button pays', async () => {
  const order = ovhcloud.placeExternalOrder({ description: 'Projet Été' });
  const page = await send(ovhcloud, 'GET', order.url);
  assert.equal(page.status, 200);
  for (const text of [String(order.orderId), 'Projet Été', 'project.2018', '10.00 €', '2.00 €', '12.00 €']) {
    assert.ok(page.text.includes(text), text);
  }
  assert.match(page.text, /Pay before <time datetime="2026-12-08T10:00:00.000Z">8 December 2026/);
  assert.match(page.text, /<form method="post"><button type="submit">Pay this order<\/button>/);

  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const paid = await send(ovhcloud, 'POST', order.url, form);
  assert.equal(paid.status, 303);
  const next = await send(ovhcloud, 'GET', new URL(String(paid.headers.location), order.url).href);
  assert.match(next.text, /Paid\. Thank you!/);
  assert.ok(!next.text.includes('<form'), 'a paid order has no button');
  assert.equal(ovhcloud.orders.get(order.orderId)?.paidBy, 'checkout page');

  const paidAt = ovhcloud.orders.get(order.orderId)?.paidAt;
  now = new Date(now.getTime() + 1000);
  await send(ovhcloud, 'POST', order.url, form);
  assert.equal(ovhcloud.orders.get(order.orderId)?.paidAt, paidAt, 'paying twice changes nothing');
});

test('the checkout page shows and pays nothing for a wrong password', async () => {
  const order = ovhcloud.placeExternalOrder({ description: 'secret project' });
  const wrong = order.url.replace(/orderPassword=.*/, 'orderPassword=x');
  for (const url of [wrong, order.url.replace(/&orderPassword=.*/, '')]) {
    const page = await send(ovhcloud, 'GET', url);
    assert.equal(page.status, 403);
    assert.ok(!page.text.includes('secret project'));
    assert.equal((await send(ovhcloud, 'POST', url)).status, 403);
  }
  assert.equal(ovhcloud.orders.get(order.orderId)?.paidAt, null);
});

test('the checkout page shows typed text literally, and can neither run nor load anything', async () => {
  const order = ovhcloud.placeExternalOrder({ description: `<img src=x onerror="alert('1')">&` });
  const page = await send(ovhcloud, 'GET', order.url);
  assert.ok(page.text.includes('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;'));
  assert.ok(!page.text.includes('<img'));
  assert.match(String(page.headers['content-security-policy']), /^default-src 'none';/);
  assert.equal(page.headers['referrer-policy'], 'no-referrer');
  assert.ok(!/(src|href)=/.test(page.text.replaceAll('src=x', '')));
});

test('the checkout page of an expired or cancelled order has no button, and it cannot be paid', async () => {
  const expired = ovhcloud.placeExternalOrder({ description: 'expired' });
  now = expired.expirationDate;
  const page = await send(ovhcloud, 'GET', expired.url);
  assert.match(page.text, /can no longer be paid/);
  assert.equal((await send(ovhcloud, 'POST', expired.url)).status, 303);
  assert.equal(ovhcloud.orders.get(expired.orderId)?.paidAt, null);
});

test('both forms of the checkout URL work, and any other is answered with 404', async () => {
  const order = ovhcloud.placeExternalOrder({ description: 'x' });
  const other = order.url.replace('displayOrder', 'display-order');
  assert.equal((await send(ovhcloud, 'GET', other)).status, 200);
  assert.equal((await send(ovhcloud, 'GET', `${ovhcloud.origin}/nothing-here`)).status, 404);
});

test('the pages can be served over plain http, without a certificate warning', async () => {
  const withHttp = await startLocalOvhcloud({ pagesOverHttp: true });
  try {
    const order = withHttp.placeExternalOrder({ description: 'plain' });
    assert.ok(order.url.startsWith(`${withHttp.pagesOrigin}/cgi-bin/`));
    assert.equal(new URL(order.url).protocol, 'http:');
    assert.match(await (await fetch(order.url)).text(), /Pay this order/);
    assert.equal((await fetch(`${withHttp.pagesOrigin}/1.0/auth/time`)).status, 404);
  } finally {
    await withHttp.close();
  }
});

test('every contract has a page with its whole text, the same from preview to checkout', async () => {
  const withHttp = await startLocalOvhcloud({ pagesOverHttp: true });
  try {
    const client = createClient(withHttp);
    const { cart } = await fillCart(client);
    const { contracts } = await client.ok<OrderReply>('GET', `${cart}/checkout`);
    assert.equal(contracts.length, 2);
    for (const { name, url, content } of contracts) {
      assert.ok(url.startsWith(`${withHttp.pagesOrigin}/contracts/`), url);
      const page = await fetch(url);
      assert.equal(page.status, 200);
      const html = await page.text();
      assert.ok(html.includes(`<h1>${name}</h1>`) && html.includes(content), html);
    }
    assert.equal((await fetch(`${withHttp.pagesOrigin}/contracts/another`)).status, 404);
    assert.deepEqual((await client.ok<OrderReply>('POST', `${cart}/checkout`, {})).contracts, contracts);
  } finally {
    await withHttp.close();
  }
});
