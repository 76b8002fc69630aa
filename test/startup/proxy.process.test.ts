import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { z } from 'zod';
import { createOvhClient } from '../../src/ovh/client.ts';
import { OvhConnectionLostError, OvhUnreachableError } from '../../src/ovh/errors.ts';
import { startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { useProxy } from '../../src/startup/proxy.ts';
import { type FakeProxy, startProxy } from '../fakes/proxy.ts';
import { trust } from '../trust.ts';

const HOST = 'ovhcloud.test';

/** OVHcloud behind a proxy that this process uses; nothing is tried twice. */
async function behind(t: TestContext, proxy: FakeProxy, url = proxy.url) {
  const ovh = await startLocalOvhcloud({ host: HOST });
  t.after(async () => {
    await Promise.all([ovh.close(), proxy.close()]);
  });
  trust(ovh.certificate);
  useProxy({ http: null, https: url, no: '' });
  const settings = { endpoint: ovh.endpoint, ...ovh.credentials, timeoutSeconds: 5 };
  return { ovh, client: createOvhClient(settings, { retryDelays: [] }) };
}

const me = { method: 'GET', path: '/me' } as const;

describe('calls to OVHcloud through a proxy', () => {
  it('are tunnelled to a name that only the proxy resolves, and verify OVHcloud’s certificate', async (t) => {
    const proxy = await startProxy([HOST]);
    const { client } = await behind(t, proxy);
    const account = await client.call(me, z.object({ ovhSubsidiary: z.string() }));
    assert.equal(account.ovhSubsidiary, 'FR');
    assert.ok(
      proxy.requests.every((request) => request.startsWith(`CONNECT ${HOST}:`)),
      proxy.requests.join(),
    );
  });

  it('that the proxy refuses count as never sent: 407, an unknown name, a proxy that is down', async (t) => {
    const wants = await startProxy([HOST], { user: 'me', password: 'secret' });
    const { client, ovh } = await behind(t, wants, wants.bareUrl);
    const refused = await client
      .call({ ...me, method: 'POST' }, z.unknown())
      .catch((error: unknown) => error);
    assert.ok(refused instanceof OvhUnreachableError);
    assert.deepEqual(ovh.calls, []);

    const knowsNobody = await startProxy([]);
    t.after(knowsNobody.close);
    useProxy({ http: null, https: knowsNobody.url, no: '' });
    await assert.rejects(client.call(me, z.unknown()), OvhUnreachableError);
    await knowsNobody.close();
    await assert.rejects(client.call(me, z.unknown()), OvhUnreachableError);
    assert.deepEqual(ovh.calls, []);
  });

  it('whose tunnel breaks after they were sent count as possibly done', async (t) => {
    const proxy = await startProxy([HOST]);
    const { client, ovh } = await behind(t, proxy);
    await client.call(me, z.unknown());
    const slow = ovh.faults.add({ method: 'GET', path: '/me', kind: 'hang' });
    const asking = client.call(me, z.unknown()).catch((error: unknown) => error);
    await slow.triggered;
    proxy.stop();
    assert.ok((await asking) instanceof OvhConnectionLostError);
  });
});
