import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'dotenv';
import { featuresIn, readConfig, readSettings, settings } from '../../src/config/config.ts';
import { actionsNeeded, policyAllowing } from '../../src/config/iam.ts';
import { createTokenLink, regionOf, regions, requiredPermissions } from '../../src/config/regions.ts';

function file(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

test('.env.example has every setting with its default, under its meaning, and no other', () => {
  const example = file('.env.example');
  const written = [...example.matchAll(/((?:^# .*\n)*)^#?([A-Z_]+)=(.*)$/gm)];
  assert.deepEqual(written.map(([, , name = '']) => name).sort(), settings.map(({ name }) => name).sort());
  for (const [, comment = '', name = '', value] of written) {
    const setting = settings.find((candidate) => candidate.name === name);
    assert.equal(value, setting?.default ?? '', name);
    assert.ok(setting && comment.startsWith(`# ${setting.meaning}\n`), `${name} lacks: ${setting?.meaning}`);
  }
});

test('Copied as it is, .env.example lacks exactly what has to be set', () => {
  const complaint = (env: Record<string, string>) => {
    try {
      return readConfig(env);
    } catch (error) {
      return String(error);
    }
  };
  assert.equal(complaint(parse(file('.env.example'))), complaint({}));
});

test('The links in docs/setup.md ask OVHcloud for the rights that each region needs, and for no others', () => {
  const links = file('docs/setup.md').match(/https:[^\s()]+\/createToken\/[^\s()]+/g);
  assert.deepEqual(
    links,
    Object.values(regions).map((region) => createTokenLink(region, requiredPermissions(region))),
  );
});

test('The policy in docs/setup.md is the one that the doctor would print', () => {
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

test('docs/setup.md lists the rights that the links ask for', () => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    const [, paths = ''] = file('docs/setup.md').match(new RegExp(`\\| ${method} \\| (.*) \\|`)) ?? [];
    const needed = requiredPermissions(regionOf('ovh-eu')).filter((right) => right.method === method);
    const listed = [...paths.matchAll(/`([^`]+)`/g)].map(([, path]) => path);
    assert.deepEqual(listed.sort(), needed.map(({ path }) => path).sort());
  }
});

const readme = new URL('../../README.md', import.meta.url);
test('The README names every setting, with its default on the same line', {
  skip: !existsSync(readme) && 'no README.md yet',
}, () => {
  const lines = file('README.md').split('\n');
  for (const { name, default: value = '' } of settings) {
    const line = lines.find(
      (candidate) => new RegExp(`\\b${name}\\b`).test(candidate) && candidate.includes(value),
    );
    assert.ok(line, `${name} (default "${value}")`);
  }
});
