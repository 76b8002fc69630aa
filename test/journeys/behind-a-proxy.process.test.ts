import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type FakeProxy, startProxy } from '../fakes/proxy.ts';
import { firstOf, onlyAtFullSize } from '../size.ts';
import {
  endsWithOneOrder,
  orderAndQuote,
  type Scenario,
  type ScenarioOptions,
  startScenario,
} from './scenario.ts';

/** Names that only the proxy knows. */
const HOSTS = { slack: 'slack.test', ovh: 'ovhcloud.test' };
const CREDENTIALS = { user: 'order-cloud', password: 'p@ss/w0rd:with %' };

/** An app whose only way out is a proxy. */
async function behindProxy(
  t: TestContext,
  options: ScenarioOptions = {},
  credentials?: typeof CREDENTIALS,
): Promise<{ scenario: Scenario; proxy: FakeProxy }> {
  const proxy = await startProxy(Object.values(HOSTS), credentials);
  t.after(proxy.close);
  const way = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url };
  const scenario = await startScenario(t, {
    ...options,
    hosts: HOSTS,
    settings: { ...way, ...options.settings },
  });
  return { scenario, proxy };
}

describe('an app whose only way out is a proxy', () => {
  const ways = [
    ['socket', CREDENTIALS],
    ['http', undefined],
    ['socket', undefined],
    ['http', CREDENTIALS],
  ] as const;
  for (const [mode, credentials] of firstOf(1, ways)) {
    it(`orders over ${mode}, ${credentials ? 'with' : 'without'} credentials, which are never shown`, async (t) => {
      const { scenario, proxy } = await behindProxy(t, { mode }, credentials);
      const { root, question } = await orderAndQuote(scenario);
      await scenario.slack.as('U0APP1').click(question, 'Approve');
      await endsWithOneOrder(scenario, root);
      const asked = proxy.requests.join();
      assert.match(asked, /(POST http:\/\/|CONNECT )slack\.test:/);
      assert.match(asked, /CONNECT ovhcloud\.test:/);
      assert.match(scenario.logged(), /"https":"http:\/\/127\.0\.0\.1:\d+".*through a proxy/);
      for (const secret of [
        CREDENTIALS.password,
        encodeURIComponent(CREDENTIALS.password),
        btoa(`${CREDENTIALS.user}:${CREDENTIALS.password}`),
      ])
        assert.ok(!scenario.logged().includes(secret));
    });
  }

  it('places one order although the checkout’s answer is lost and the app is killed', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const { scenario } = await behindProxy(t, { process: true });
    const { root, question } = await orderAndQuote(scenario);
    const lost = scenario.ovh.faults.add({
      method: 'POST',
      path: '/order/cart/{cartId}/checkout',
      kind: 'lose-answer',
    });
    await scenario.slack.as('U0APP1').click(question, 'Approve');
    await lost.triggered;
    await scenario.app.kill();
    await scenario.start();
    await endsWithOneOrder(scenario, root);
  });
});

describe('a proxy that does not let the app through', () => {
  it('stops the start with the proxy’s own message when it wants other credentials', async (t) => {
    const proxy = await startProxy(Object.values(HOSTS), CREDENTIALS);
    t.after(proxy.close);
    const settings = { HTTP_PROXY: proxy.bareUrl, HTTPS_PROXY: proxy.bareUrl };
    await assert.rejects(
      startScenario(t, { hosts: HOSTS, settings }),
      /Slack cannot be reached \(.*407.*\): the proxy wants .*HTTPS_PROXY/,
    );
  });
});

describe('NO_PROXY', () => {
  it('names hosts that are reached without the proxy; lowercase names of the variables work too', async (t) => {
    const proxy = await startProxy([]);
    t.after(proxy.close);
    const { root } = await orderAndQuote(
      await startScenario(t, { settings: { https_proxy: proxy.url, http_proxy: proxy.url } }),
    );
    assert.ok(root, 'this machine is always reached directly');
    assert.deepEqual(proxy.requests, []);
  });
});
