import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionsNeeded } from '../../src/config/iam.ts';
import { createTokenLink, regionOf, regions, requiredPermissions } from '../../src/config/regions.ts';

const nameOf = (endpoint: string, subsidiary?: string) => regionOf(endpoint, subsidiary).name;

test('A region is recognised by its name and by the URL of its API, in any version or case', () => {
  for (const { name, api, newerApi } of Object.values(regions)) {
    assert.equal(nameOf(`${newerApi}/1.0`), name);
    assert.deepEqual(
      [name, `${api}/1.0`, `${api}/v1`, `${api.toUpperCase()}/1.0`].map((endpoint) => nameOf(endpoint)),
      [name, name, name, name],
    );
  }
});

test('Behind a URL that is not OVHcloud’s, the subsidiary decides the region; the default is Europe', () => {
  const proxy = 'https://127.0.0.1:8443/1.0';
  assert.deepEqual(
    ['FR', 'QC', 'US', 'XX', undefined].map((subsidiary) => nameOf(proxy, subsidiary)),
    ['ovh-eu', 'ovh-ca', 'ovh-us', 'ovh-eu', 'ovh-eu'],
  );
  assert.equal(nameOf('https://eu.api.ovh.com.example.org/1.0', 'US'), 'ovh-us');
});

test('No subsidiary belongs to two regions', () => {
  const every = Object.values(regions).flatMap(({ subsidiaries }) => subsidiaries);
  assert.deepEqual(every, [...new Set(every)]);
});

test('A project’s link leads to the control panel of its region', () => {
  assert.deepEqual(
    Object.values(regions).map(({ projectPage }) => projectPage('0123abcd')),
    ['eu', 'ca', 'us'].map(
      (where) => `https://manager.${where}.ovhcloud.com/#/public-cloud/pci/projects/0123abcd`,
    ),
  );
});

test('A key is asked for the eligibility call only where it exists, and never for changing or paying orders', () => {
  for (const region of Object.values(regions)) {
    const permissions = requiredPermissions(region).map(({ method, path }) => `${method} ${path}`);
    assert.equal(permissions.includes('GET /cloud/eligibility'), region.name !== 'ovh-us');
    assert.deepEqual(
      permissions.filter(
        (permission) => !permission.startsWith('GET ') && !/^\w+ \/order\/cart(\/\*)?$/.test(permission),
      ),
      [],
    );
  }
});

test('The permission to confirm free orders is requested only where that is switched on', () => {
  const permission = { method: 'POST', path: '/me/order/*/payWithRegisteredPaymentMean' };
  const action = { action: 'account:apiovh:me/order/payWithRegisteredPaymentMean', on: 'account' };
  const asked = (settleFreeOrders: boolean) => {
    const region = regionOf('ovh-eu', undefined, { settleFreeOrders });
    return { permissions: requiredPermissions(region), actions: actionsNeeded(region) };
  };
  const [off, on] = [asked(false), asked(true)];
  assert.deepEqual(on.permissions, [...off.permissions, permission]);
  assert.deepEqual(on.actions, [...off.actions, action]);
});

test('Switching budgets on adds only the actions to read usage', () => {
  const asked = (budgets: boolean) => regionOf('ovh-eu', undefined, { budgets });
  const actions = ['current', 'forecast'].map((which) => ({
    action: `publicCloudProject:apiovh:usage/${which}/get`,
    on: 'projects',
  }));
  assert.deepEqual(actionsNeeded(asked(true)), [...actionsNeeded(asked(false)), ...actions]);
  assert.deepEqual(requiredPermissions(asked(true)), requiredPermissions(asked(false)));
});

test('The link to create a key requests the given permissions at the region’s API', () => {
  const permissions = [
    { method: 'GET', path: '/me' },
    { method: 'POST', path: '/order/cart/*' },
  ] as const;
  assert.equal(
    createTokenLink(regions['ovh-ca'], permissions),
    'https://ca.api.ovh.com/createToken/?GET=/me&POST=/order/cart/*',
  );
});
