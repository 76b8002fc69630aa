import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { csvLine } from '../../src/cli/audit/csv.ts';
import { formatMoney, money } from '../../src/orders/money.ts';
import { isSlackResponseUrl, postToResponseUrl } from '../../src/slack/client/response-url.ts';
import { paymentLink } from '../../src/slack/views/checkout-message.ts';
import { everyOrder } from '../orders/samples.ts';
import { speaking } from '../slack/i18n/every-language.ts';

const API = 'https://slack.com/api/';

/** A server that notes what it is asked for and redirects all of it. */
async function redirecting(t: TestContext, to: string): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(307, { location: to }).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('the response_url of a click', () => {
  it('is accepted if it is Slack’s own or under SLACK_API_URL', () => {
    for (const url of ['https://hooks.slack.com/actions/T1/2/3', 'https://hooks.slack-gov.com/commands/1'])
      assert.ok(isSlackResponseUrl(url, API), url);
    assert.ok(isSlackResponseUrl('http://127.0.0.1:8080/response/1', 'http://127.0.0.1:8080/api/'));
    for (const url of [
      'http://hooks.slack.com/actions/1',
      'https://hooks.slack.com:8443/actions/1',
      'https://hooks.slack.com.evil.example/1',
      'https://hooks.slack.com@evil.example/1',
      'https://user:pass@hooks.slack.com/1',
      'http://169.254.169.254/latest/meta-data',
      'http://127.0.0.1:8081/response/1',
      'file:///etc/passwd',
      'hooks.slack.com',
    ])
      assert.ok(!isSlackResponseUrl(url, API), url);
  });

  it('is never called anywhere else', async (t) => {
    const inside = await redirecting(t, 'http://127.0.0.1:1/');
    const slack = await redirecting(t, `${inside.url}/secret`);
    await assert.rejects(postToResponseUrl(`${slack.url}/response/1`, { text: 'x' }));
    assert.deepEqual([slack.asked, inside.asked], [['/response/1'], []]);
  });
});

describe('a value from OVHcloud', () => {
  const context = {
    ...speaking('en'),
    ...{ approvers: ['U0APP1'], approvalsRequired: 1, checkoutUrlTo: 'channel' as const, hasWaiver: true },
    projectPage: () => null,
  };

  it('that is meant as a payment link is reported as invalid unless it is a web address', () => {
    const order = everyOrder().unpaid;
    assert.ok(order?.ovhOrder);
    for (const url of [
      'javascript:alert(1)',
      'ftp://www.ovh.com/x',
      'https://www.ovh.com@evil.example/',
      'https://www.ovh.com/<!channel>',
      'https://www.ovh.com/a b',
      `https://www.ovh.com/${'x'.repeat(3_000)}`,
      'no address',
    ]) {
      const { text, blocks } = paymentLink(
        { ...order, ovhOrder: { ...order.ovhOrder, url } },
        { to: 'thread', ctx: context },
      );
      assert.match(text, /is not a web address/, url);
      assert.ok(!JSON.stringify([text, blocks]).includes(url.slice(0, 40)), url);
      assert.ok(!blocks.some(({ type }) => type === 'actions'), url);
    }
    const { blocks } = paymentLink({ ...order, ovhOrder: order.ovhOrder }, { to: 'thread', ctx: context });
    assert.ok(
      JSON.stringify(blocks).includes('orderPassword') && blocks.some(({ type }) => type === 'actions'),
    );
  });

  it('that is meant as a currency mentions no one, and leaves the price readable', () => {
    assert.equal(formatMoney(money(5, '<!channel>'), 'en'), '5.00 channel');
    assert.equal(formatMoney(money(5, '*_<>'), 'en'), '5.00 ?');
    assert.equal(formatMoney(money(5, 'points'), 'en'), '5.00 points');
    assert.equal(formatMoney(money(5, 'x'.repeat(4_000)), 'en').length, 17);
  });
});

describe('a line of CSV', () => {
  it('has every field quoted, and none that a spreadsheet would evaluate, whatever its separator', () => {
    assert.equal(csvLine(['a', '=1+1', 'say "hi"', '']), `"a","'=1+1","say ""hi""",""\r\n`);
    assert.equal(
      csvLine(['x;=1+1', 'x\t@SUM(A1)', 'x\n+1', '; -1']),
      `"x;'=1+1","x\t'@SUM(A1)","x\n'+1",";' -1"\r\n`,
    );
    assert.equal(csvLine(['＝1', '\t=1', 'a-b', 'a=b']), `"'＝1","'\t'=1","a-b","a=b"\r\n`);
  });
});
