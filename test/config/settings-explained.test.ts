import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'dotenv';
import { featuresIn } from '../../src/config/config.ts';
import { actionsNeeded, policyAllowing } from '../../src/config/iam.ts';
import { readSettings } from '../../src/config/read-settings.ts';
import { createTokenLink, regionOf, regions, requiredPermissions } from '../../src/config/regions.ts';
import { settings } from '../../src/config/settings.ts';
import { readConfig } from './read-config.ts';

function file(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

test('.env.example has exactly the existing settings, each with its meaning and default', () => {
  const example = file('.env.example');
  const written = [...example.matchAll(/((?:^# .*\n)*)^#?([A-Z_]+)=(.*)$/gm)];
  assert.deepEqual(written.map(([, , name = '']) => name).sort(), settings.map(({ name }) => name).sort());
  for (const [, comment = '', name = '', value] of written) {
    const setting = settings.find((candidate) => candidate.name === name);
    assert.equal(value, setting?.default ?? '', name);
    assert.ok(setting && comment.startsWith(`# ${setting.meaning}\n`), `${name} lacks: ${setting?.meaning}`);
  }
});

test('An unchanged copy of .env.example lacks exactly the required settings', () => {
  const complaint = (env: Record<string, string>) => {
    try {
      return readConfig(env);
    } catch (error) {
      return String(error);
    }
  };
  assert.equal(complaint(parse(file('.env.example'))), complaint({}));
});

test('The links in docs/setup.md request exactly the permissions that each region needs', () => {
  const links = file('docs/setup.md').match(/https:[^\s()]+\/createToken\/[^\s()]+/g);
  const wanted = Object.values(regions).map((region) => createTokenLink(region, requiredPermissions(region)));
  assert.deepEqual(links, wanted);
});

test('The policy in docs/setup.md equals the one that the doctor prints', () => {
  const [, policy = ''] = file('docs/setup.md').match(/^```json\n(\{\n.*?)^```/ms) ?? [];
  const account = 'xx1111-ovh';
  const identity = `urn:v1:eu:identity:credential:${account}/oauth2-0123456789abcdef`;
  const needed = actionsNeeded(regionOf('ovh-eu', undefined, featuresIn(readSettings({}).values)));
  assert.deepEqual(JSON.parse(policy), policyAllowing(needed, { account, identity }));
  const onUs = actionsNeeded(regionOf('ovh-us', undefined, { budgets: true })).map(({ action }) => action);
  const [notOnUs = ''] = file('docs/setup.md').match(/^In the United States leave out .*?there\.$/ms) ?? [];
  const named = [...notOnUs.matchAll(/`([^`]+)`/g)].map(([, action]) => action);
  assert.deepEqual(
    named,
    needed.map(({ action }) => action).filter((action) => !onUs.includes(action)),
  );
});

test('docs/setup.md lists the permissions that its links request', () => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    const [, paths = ''] = file('docs/setup.md').match(new RegExp(`\\| ${method} \\| (.*) \\|`)) ?? [];
    const needed = requiredPermissions(regionOf('ovh-eu')).filter(
      (permission) => permission.method === method,
    );
    const listed = [...paths.matchAll(/`([^`]+)`/g)].map(([, path]) => path);
    assert.deepEqual(listed.sort(), needed.map(({ path }) => path).sort());
  }
});

test('docs/settings.md has exactly one row per setting, with its meaning and default', () => {
  const rows = [...file('docs/settings.md').matchAll(/^\| `([A-Z_]+)` \| (.*) \| (.*) \|$/gm)];
  assert.deepEqual(rows.map(([, name = '']) => name).sort(), settings.map(({ name }) => name).sort());
  for (const [, name = '', text = '', value = ''] of rows) {
    const setting = settings.find((candidate) => candidate.name === name);
    assert.ok(
      setting && text.replaceAll('`', '').startsWith(setting.meaning),
      `${name}: ${setting?.meaning}`,
    );
    if (setting.default === undefined) assert.match(value, /^(–|required.*)$/, name);
    else assert.equal(value, `\`${setting.default}\``, name);
  }
});
