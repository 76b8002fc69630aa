import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ROUTES } from '../../src/sandbox/ovhcloud/api.ts';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { send } from './ovhcloud-client.ts';
import { readSchemas, schemasAbsent } from './ovhcloud-schemas.ts';

let now = Date.parse('2026-11-23T10:00:00Z');
let ovhcloud: LocalOvhcloud;
before(async () => {
  ovhcloud = await startLocalOvhcloud({ now: () => new Date(now) });
});
after(() => ovhcloud.close());

async function post(form: Record<string, string>, type = 'application/x-www-form-urlencoded') {
  const url = `${ovhcloud.origin}/auth/oauth2/token`;
  const body = new URLSearchParams(form).toString();
  const { status, text } = await send(ovhcloud, 'POST', url, { 'Content-Type': type }, body);
  return { status, body: JSON.parse(text) };
}

function goodForm(): Record<string, string> {
  const { clientId, clientSecret } = ovhcloud.serviceAccount;
  const secrets = { client_id: clientId, client_secret: clientSecret };
  return { grant_type: 'client_credentials', ...secrets, scope: 'all' };
}

/** A client with a token of its own. */
async function signIn() {
  const { body } = await post(goodForm());
  return async (method: string, path: string, sent?: unknown) => {
    const headers = { Authorization: `Bearer ${body.access_token}`, 'Content-Type': 'application/json' };
    const base = path.startsWith('/v2/') ? ovhcloud.origin : ovhcloud.endpoint;
    const text = sent === undefined ? '' : JSON.stringify(sent);
    const reply = await send(ovhcloud, method, `${base}${path}`, headers, text);
    return { status: reply.status, body: JSON.parse(reply.text) };
  };
}

describe('the token endpoint', () => {
  test('issues a bearer token for the client credentials', async () => {
    const { status, body } = await post(goodForm());
    assert.equal(status, 200);
    const { access_token: token, ...rest } = body;
    assert.ok(token.length > 20);
    assert.deepEqual(rest, { token_type: 'Bearer', expires_in: 3599, scope: 'all' });
  });

  const wrong: Record<string, [Record<string, string>, number, string]> = {
    'another secret': [{ client_secret: 'other' }, 401, 'invalid_client'],
    'another client': [{ client_id: 'other' }, 401, 'invalid_client'],
    'another grant': [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    'no scope': [{ scope: '' }, 400, 'invalid_scope'],
  };
  for (const [what, [changes, status, error]] of Object.entries(wrong)) {
    test(`refuses ${what}: ${error}`, async () => {
      const refused = await post({ ...goodForm(), ...changes });
      assert.deepEqual([refused.status, refused.body.error], [status, error]);
    });
  }

  test('accepts only a form-encoded body', async () => {
    const refused = await post(goodForm(), 'application/json');
    assert.deepEqual([refused.status, refused.body.error], [400, 'invalid_request']);
  });
});

describe('an access token', () => {
  test('is valid until it expires, and then answered with 401', async () => {
    const call = await signIn();
    now += 3_598_000;
    assert.equal((await call('GET', '/me')).status, 200);
    now += 1_000;
    const over = await call('GET', '/me');
    assert.equal(over.status, 401);
    assert.match(over.body.message, /access token/);
  });

  test('is answered with 401 once all tokens are revoked, even on calls that need none', async () => {
    const call = await signIn();
    ovhcloud.endTokens();
    assert.equal((await call('GET', '/me')).status, 401);
    assert.equal((await call('GET', '/auth/time')).status, 401);
  });

  test('identifies its owner, and has no consumer key', async () => {
    const call = await signIn();
    const { body } = await call('GET', '/auth/details');
    const { clientId } = ovhcloud.serviceAccount;
    assert.deepEqual(body.identities, [`urn:v1:eu:identity:credential:lo12345-ovh/oauth2-${clientId}`]);
    assert.equal(body.method, 'oauth2_client_credentials');
    assert.deepEqual(schemasAbsent ? [] : readSchemas().problemsOf('GET', '/auth/details', body), []);
    assert.equal((await call('GET', '/auth/currentCredential')).status, 403);
  });

  test('creates carts that are listed as the account’s own', async () => {
    const call = await signIn();
    const { body } = await call('POST', '/order/cart', { ovhSubsidiary: 'FR', description: 'mine' });
    assert.deepEqual((await call('GET', '/order/cart?description=mine')).body, [body.cartId]);
  });
});

describe('the IAM policy', () => {
  const account = 'urn:v1:eu:resource:account:lo12345-ovh';
  const projects = 'urn:v1:eu:resource:publicCloudProject:*';

  test('refuses a call whose action it does not allow, and names the action', async (t) => {
    const local = await startLocalOvhcloud({ allowedActions: ['account:apiovh:me/get'] });
    t.after(() => local.close());
    const before = ovhcloud;
    ovhcloud = local;
    t.after(() => {
      ovhcloud = before;
    });
    const call = await signIn();
    assert.equal((await call('GET', '/me')).status, 200);
    assert.deepEqual(await call('GET', '/me/order'), {
      status: 403,
      body: {
        class: 'Client::Forbidden',
        message: 'User not granted for this request',
        details: {
          unauthorizedActionsByAuthentication: '',
          unauthorizedActionsByIAM: 'account:apiovh:me/order/get',
        },
      },
    });
  });

  test('can be queried by resource', async () => {
    const call = await signIn();
    ovhcloud.denyAction('order:apiovh:cart/delete');
    const actions = ['order:apiovh:cart/delete', 'account:apiovh:me/get', 'publicCloudProject:apiovh:get'];
    const ask = (urn: string) =>
      call('POST', `/v2/iam/resource/${encodeURIComponent(urn)}/authorization/check`, { actions });
    const { body } = await ask(account);
    const template = '/v2/iam/resource/{resourceURN}/authorization/check';
    assert.deepEqual(schemasAbsent ? [] : readSchemas().problemsOf('POST', template, body), []);
    assert.deepEqual(body, {
      authorizedActions: ['account:apiovh:me/get'],
      unauthorizedActions: ['order:apiovh:cart/delete', 'publicCloudProject:apiovh:get'],
    });
    assert.deepEqual((await ask(projects)).body.authorizedActions, ['publicCloudProject:apiovh:get']);
    assert.equal((await ask('urn:v1:eu:resource:account:somebody-else')).status, 404);
  });

  test('knows the actions of all calls from OVHcloud’s schemas', { skip: schemasAbsent }, () => {
    const { operation } = readSchemas();
    for (const route of ROUTES.filter(({ template }) => !template.startsWith('/auth/'))) {
      const label = `${route.method} ${route.template}`;
      const published = operation(route.method, route.template);
      // Only ovh-us has it; the schemas are those of ovh-eu.
      if (!published && route.template.includes('/operations')) continue;
      const actions = (published?.iamActions ?? []).map(({ name }) => name);
      assert.deepEqual([route.action ?? []].flat(), actions, label);
    }
  });
});
