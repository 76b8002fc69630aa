import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type FakeProxy, startProxy } from '../fakes/proxy.ts';
import { onlyAtFullSize } from '../size.ts';
import { startDoctorScenario } from './doctor-scenario.ts';

const HOSTS = { slack: 'slack.test', ovh: 'ovhcloud.test' };
const CREDENTIALS = { user: 'order-cloud', password: 'hunter2@hunter2' };

/** A doctor behind a proxy, which alone knows Slack and OVHcloud. */
async function behind(t: TestContext, proxy: FakeProxy, url = proxy.url) {
  t.after(proxy.close);
  const { visit } = await startDoctorScenario(t, { host: HOSTS.ovh }, { host: HOSTS.slack });
  // The way out is set for a whole process.
  return (more = {}) => visit({ HTTP_PROXY: url, HTTPS_PROXY: url, ...more }, { process: true });
}

describe('the doctor behind a proxy', () => {
  it('names it without its credentials, and opens a real socket through it', async (t) => {
    const proxy = await startProxy(Object.values(HOSTS), CREDENTIALS);
    const { code, out, message } = await (await behind(t, proxy))({ NO_PROXY: 'intranet.example' });
    message(
      'ok',
      'proxy',
      /connections go through http:\/\/127\.0\.0\.1:\d+; directly to intranet\.example, localhost,/,
    );
    message('ok', 'socket', /opened one in \d+ ms, and closed it again$/);
    message('ok', 'clock', /OVHcloud/);
    message('ok', 'port', /is free|any free one/);
    assert.equal(code, 0);
    assert.ok(proxy.requests.some((request) => /^CONNECT slack\.test:/.test(request)));
    assert.doesNotMatch(out, /hunter2/);
  });

  it('reports that a proxy requires credentials', { skip: onlyAtFullSize }, async (t) => {
    const proxy = await startProxy(Object.values(HOSTS), CREDENTIALS);
    const { code, message } = await (await behind(t, proxy, proxy.bareUrl))();
    assert.equal(code, 1);
    message(
      'failure',
      'bot token',
      /did not answer auth\.test$/,
      /wants other credentials: set HTTPS_PROXY to/,
    );
    message(
      'failure',
      'reachable',
      /OVHcloud cannot be reached/,
      /wants other credentials: set HTTPS_PROXY to/,
    );
  });

  it('reports that the proxy lets the Web API through but not the socket, and why', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const proxy = await startProxy(Object.values(HOSTS), undefined, [HOSTS.ovh]);
    const { code, message } = await (await behind(t, proxy))();
    assert.equal(code, 1);
    message('ok', 'app token', /would open/);
    message(
      'failure',
      'socket',
      /could not be opened: Proxy response \(403\)/,
      /firewall or proxy on the way/,
    );
  });

  it('warns about a proxy setting that Slack and OVHcloud calls do not use', {
    skip: onlyAtFullSize,
  }, async (t) => {
    const proxy = await startProxy([]);
    const visit = await behind(t, proxy);
    const { message } = await visit({ HTTPS_PROXY: '' });
    message('warning', 'proxy', /is for http only/, /Set HTTPS_PROXY too/);
  });
});
