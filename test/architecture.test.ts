import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/**
 * The rooms of the house, and what each may import besides itself. Files directly in src are rooms of their own;
 * app.ts is the composition root and may know everything.
 */
const MAY_IMPORT: Record<string, string[]> = {
  orders: [],
  ovh: [],
  config: [],
  http: ['observability'],
  store: ['orders'],
  observability: ['orders', 'ovh', 'slack', 'store'],
  startup: ['config', 'http', 'observability', 'slack', 'store'],
  slack: ['orders', 'store', 'observability'],
  worker: ['orders', 'store', 'ovh', 'slack', 'observability'],
  sandbox: [],
  cli: ['config', 'orders', 'ovh', 'slack', 'startup', 'store', 'worker'],
  app: ['config', 'observability', 'ovh', 'slack', 'startup', 'store', 'worker'],
  main: ['app', 'config', 'observability', 'startup'],
};

/** The vendors that may be imported, and in which rooms. */
const VENDORS: Record<string, string[]> = {
  '@slack/bolt': ['slack'],
  ovh: ['ovh'],
  'p-limit': ['ovh'],
  kysely: ['store'],
  pg: ['store'],
  'kysely/migration': ['store'],
  pino: ['observability', 'config'],
  'pino-pretty': ['observability'],
  'prom-client': ['observability'],
  dotenv: ['main', 'cli'],
  // Unicode's table of letters that look alike, as a pure function.
  unhomoglyph: ['orders'],
  undici: ['startup', 'slack'],
  selfsigned: ['sandbox'],
  ws: ['sandbox'],
  zod: ['ovh', 'config', 'slack', 'sandbox', 'cli'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|mjs)$/.test(file))
  .map((file) => ({ file, imports: importsOf(readFileSync(join(SRC, file), 'utf8')) }));

function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:from|import)\s+'([^']+)'|import\('([^']+)'\)/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
}

function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.(d\.)?(ts|mjs)$/, '');
}

describe('the rooms', () => {
  it('import only what their place in the house allows', () => {
    const strays = files.flatMap(({ file, imports }) =>
      imports
        .filter((path) => path.startsWith('.'))
        .map((path) => relative(SRC, join(SRC, dirname(file), path)))
        .filter((target) => {
          const [from, to] = [roomOf(file), roomOf(target)];
          return from !== to && !MAY_IMPORT[from]?.includes(to);
        })
        .map((target) => `${file} imports ${target}`),
    );
    assert.deepEqual(strays, []);
  });

  it('keep each vendor to its room', () => {
    const strays = files.flatMap(({ file, imports }) =>
      imports
        .filter((path) => !path.startsWith('.') && !path.startsWith('node:'))
        .filter((vendor) => !VENDORS[vendor]?.includes(roomOf(file)))
        .map((vendor) => `${file} imports ${vendor}`),
    );
    assert.deepEqual(strays, []);
  });

  it('have one module that writes to Slack', () => {
    const writers = files.filter(
      ({ file }) =>
        !file.startsWith('sandbox/') &&
        /WebClient\(|\bchat\.post|\brespond\(|\bsay\(/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    assert.deepEqual(
      writers.map(({ file }) => file).sort(),
      // The second one makes the client, and calls nothing.
      ['slack/client/outbound.ts', 'slack/client/web-api.ts'],
    );
  });

  it('are pure where the order’s rules are: no clock, no chance, nothing read or written', () => {
    const impure = files
      .filter(({ file }) => roomOf(file) === 'orders')
      .filter(({ file }) =>
        /Date\.now|new Date\(\)|Math\.random|process\.|await |fetch\(/.test(
          readFileSync(join(SRC, file), 'utf8'),
        ),
      );
    assert.deepEqual(impure, []);
  });
});
