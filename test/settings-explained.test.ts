import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'dotenv';
import { readConfig, settings } from '../src/config.ts';

function file(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
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

test('The links in .env.example ask OVHcloud for the rights of the calls, and for no others', () => {
  const links = file('.env.example').match(/https:\S+\/createToken\/\S+/g) ?? [];
  assert.deepEqual(
    links.map((link) => new URL(link).host),
    ['eu.api.ovh.com', 'ca.api.ovh.com', 'api.us.ovhcloud.com'],
  );
  const cart = ['GET', 'POST', 'PUT', 'DELETE'].map((method) => `${method} /order/cart/*`);
  const account = ['/me', '/me/payment/method', '/me/order', '/me/order/*', '/auth/currentCredential'];
  const cloud = ['/cloud/project', '/cloud/project/*'];
  const reads = ['/order/cart', ...account, ...cloud].map((path) => `GET ${path}`);
  for (const link of links) {
    const rights = [...new URL(link).searchParams].map(([method, path]) => `${method} ${path}`);
    const eligibility = link.includes('api.us.') ? [] : ['GET /cloud/eligibility'];
    assert.deepEqual(rights.sort(), [...reads, ...eligibility, 'POST /order/cart', ...cart].sort());
  }
});

const readme = new URL('../README.md', import.meta.url);
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
