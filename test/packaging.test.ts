import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { isBuiltin } from 'node:module';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { spawnGroup } from './spawn.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const project = JSON.parse(file('package.json'));
const lock = JSON.parse(file('package-lock.json'));
const dockerfile = file('Dockerfile').replaceAll('\\\n', ' ');

/** The sources in the image. */
const shipped = globSync('src/**/*.{ts,mjs}', { cwd: root }).filter(
  (path) => !path.startsWith('src/sandbox/'),
);

/** The arguments of a Dockerfile's instruction in exec form. */
function execForm(instruction: RegExp): string[] {
  return JSON.parse(dockerfile.match(instruction)?.[1] ?? '[]');
}

/** The package of an import, or undefined for a file of ours or a part of Node. */
function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || isBuiltin(specifier)) return undefined;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function importsOf(path: string): string[] {
  const statement = /^(?:import|export) (?:[^'";=()]+ from )?'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...file(path).matchAll(statement)].map(([, from, call]) => from ?? call ?? '');
}

test('The lock file names no registry, so that it installs from any', () => {
  assert.doesNotMatch(file('package-lock.json'), /"resolved":\s*"https?:/);
});

test('The lock file includes every optional package that another names, which npm ci requires', () => {
  const packages = Object.values<{ optionalDependencies?: Record<string, string> }>(lock.packages);
  const named = packages.flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  const missing = named.filter((name) => !(`node_modules/${name}` in lock.packages));
  assert.deepEqual(missing, []);
});

test('Everything that the app imports is a production dependency', () => {
  const imported = new Set(shipped.flatMap(importsOf).flatMap((specifier) => packageOf(specifier) ?? []));
  assert.ok(imported.has('zod'), 'the imports are found');
  const missing = [...imported].filter((name) => !(name in project.dependencies));
  // The app does without it where it is not installed.
  assert.deepEqual(missing, ['pino-pretty']);
  assert.ok('pino-pretty' in project.optionalDependencies);
});

test('Only the sandbox imports the sandbox, which the image does not contain', () => {
  const guilty = shipped.filter((path) =>
    importsOf(path).some((specifier) => specifier.includes('sandbox/')),
  );
  assert.deepEqual(guilty, []);
});

test('The scripts of the public contract exist and start existing files', () => {
  for (const name of ['sandbox', 'test', 'start', 'doctor', 'check']) assert.ok(project.scripts[name], name);
  for (const name of ['sandbox', 'start']) {
    const path = project.scripts[name].split(' ').at(-1);
    assert.ok(existsSync(`${root}/${path}`), `npm run ${name}: ${path}`);
  }
});

test('A Node that is too old ends the start with one line and exit code 78', () => {
  const olderNode = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.17.1' } })`;
  for (const name of ['sandbox', 'start']) {
    // The options of the script, without the app itself.
    const options = project.scripts[name].replace('exec node ', '').split(' ').slice(0, -1);
    const words = ['--import', `data:text/javascript,${encodeURIComponent(olderNode)}`, ...options, '-e', ''];
    const started = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    assert.match(started.stderr, /^order-cloud needs Node 22\.18 or newer, this is 22\.17\.1: .+\n$/, name);
    assert.deepEqual([started.status, started.stdout], [78, ''], name);
  }
});

test('The version check prints nothing on this Node', () => {
  const started = spawnSync(process.execPath, ['--import', './src/preload.mjs', '-e', ''], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.deepEqual([started.status, started.stdout, started.stderr], [0, '', '']);
});

test('The image runs the Node version that the project pins, as a non-root user', () => {
  const [pinned] = lock.packages['node_modules/node'].version.split('.');
  assert.match(dockerfile, new RegExp(`^FROM node:${pinned}-slim$`, 'm'));
  assert.deepEqual(dockerfile.match(/^USER .*/gm), ['USER node']);
});

test('The image starts the app directly, so that it receives SIGTERM', () => {
  const [command, ...words] = execForm(/^CMD (\[.*\])$/m);
  assert.equal(command, 'node');
  assert.equal(`exec node ${words.join(' ')}`, project.scripts.start);
});

test('Everything that the image copies exists, and .dockerignore lets through nothing else', () => {
  const copied = [...dockerfile.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' '));
  for (const path of copied) assert.ok(existsSync(`${root}/${path}`), path);
  const rules = file('.dockerignore').split('\n');
  assert.ok(rules.includes('*'));
  const through = rules.flatMap((rule) => (rule.startsWith('!') ? rule.slice(1) : []));
  assert.deepEqual(through.sort(), copied.sort());
});

test('The image’s health check requests /healthz on PORT and passes only on a good answer', async (t) => {
  const [, ...words] = execForm(/^HEALTHCHECK .*CMD (\[.*\])$/m);
  const check = (port: number) =>
    new Promise((resolve) => {
      spawnGroup(process.execPath, words, { env: { PORT: String(port) } }).on('exit', resolve);
    });
  let healthy = true;
  const server = createServer((request, response) => {
    response.writeHead(healthy && request.url === '/healthz' ? 200 : 503).end();
  });
  t.after(() => server.close());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  assert.equal(await check(port), 0);
  healthy = false;
  assert.equal(await check(port), 1);
  await new Promise((closed) => server.close(closed));
  assert.equal(await check(port), 1);
});
