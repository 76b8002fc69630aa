import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foundIn } from '../security/secrets-search.ts';
import { fastClock } from './fast-clock.ts';
import {
  endsWithOneOrder,
  orderAndQuote,
  orderProject,
  reply,
  startScenario,
  tokensIssued,
} from './scenario.ts';

const TOKEN = { method: 'POST', path: '/auth/oauth2/token' } as const;
const CHECKOUT = { method: 'POST', path: '/order/cart/{cartId}/checkout' } as const;

describe('an app that signs in as a service account', { concurrency: 2 }, () => {
  it('places an order and follows it to its project with one token, which is in no log', async (t) => {
    const scenario = await startScenario(t, { signIn: 'service account' });
    const { root, question } = await orderAndQuote(scenario, { Voucher: 'CREDIT5' });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    const tokens = tokensIssued(scenario.ovh);
    assert.equal(tokens.length, 1);
    const { clientSecret } = scenario.ovh.serviceAccount;
    assert.deepEqual(foundIn(scenario.logged(), { clientSecret, token: tokens[0] ?? '' }), []);
    assert.match(scenario.logged(), /"call":"POST \/auth\/oauth2\/token"/, 'the log has the request for it');
    const metrics = await (await fetch(`http://127.0.0.1:${scenario.app.port}/metrics`)).text();
    assert.match(metrics, /method="POST",path="\/auth\/oauth2\/token",status="200"/);
  });

  it('continues with a new token if the first expires between quote and checkout', async (t) => {
    const scenario = await startScenario(t, { signIn: 'service account' });
    const { root, question } = await orderAndQuote(scenario);
    scenario.ovh.endTokens();
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    assert.equal(tokensIssued(scenario.ovh).length, 2);
  });

  it('checks out once, with a new token, if the old one has expired when the order is approved', async (t) => {
    const clock = fastClock(t);
    const scenario = await startScenario(t, { signIn: 'service account', now: clock.now });
    const { root, question } = await orderAndQuote(scenario);
    // OVHcloud's tokens last for an hour.
    clock.jump(7_200_000);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    assert.ok(tokensIssued(scenario.ovh).length > 1);
  });

  it('places one order if the token expires at the moment of the checkout', async (t) => {
    const scenario = await startScenario(t, { signIn: 'service account' });
    const { root, question } = await orderAndQuote(scenario);
    const over = { message: 'The access token is invalid' };
    scenario.ovh.faults.add({ ...CHECKOUT, kind: 'refuse', status: 401, body: over });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await endsWithOneOrder(scenario, root);
    const checkouts = scenario.ovh.calls.filter(
      ({ method, template }) => method === 'POST' && template === CHECKOUT.path,
    );
    assert.deepEqual(
      checkouts.map(({ status }) => status),
      [401, 200],
    );
  });

  it('waits while no token is issued, then orders', async (t) => {
    const scenario = await startScenario(t, { signIn: 'service account' });
    scenario.ovh.faults.add({ ...TOKEN, kind: 'html-502', times: 4 });
    await orderAndQuote(scenario);
  });

  it('reports in the thread that the service account is rejected, and continues once it is accepted', async (t) => {
    const scenario = await startScenario(t, { signIn: 'service account' });
    const refused = { error: 'invalid_client', error_description: 'Client authentication failed' };
    const fault = scenario.ovh.faults.add({ ...TOKEN, kind: 'refuse', status: 401, body: refused, times: 9 });
    const root = await orderProject(scenario);
    const told = await reply(
      scenario,
      root,
      /no longer accepts this app’s service account.*OVH_CLIENT_SECRET/s,
    );
    assert.ok(fault.count > 0);
    scenario.ovh.faults.clear();
    await scenario.slack.as('U0REQ').click(told, 'Try again');
    await reply(scenario, root, /: approve /);
  });

  it('reports in the thread that its policy does not allow the checkout', async (t) => {
    const scenario = await startScenario(t, { signIn: 'service account' });
    scenario.ovh.denyAction('order:apiovh:cart/checkout/execute');
    const { root, question } = await orderAndQuote(scenario);
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await reply(scenario, root, /access policy/);
    assert.equal(scenario.ovh.orders.size, 0);
  });
});
