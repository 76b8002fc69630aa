import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { settings } from '../src/config/config.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
const names = new Set(settings.map(({ name }) => name));

/** A heading's name in links, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

describe('the documentation', () => {
  for (const page of pages) {
    it(`has no link in ${page} that leads nowhere`, () => {
      for (const [, target = ''] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        assert.ok(existsSync(join(ROOT, file)), `${page} links to ${target}`);
        if (anchor) assert.ok(anchorsOf(file).includes(anchor), `${page} links to ${target}`);
      }
    });

    it(`names in ${page} only scripts and settings that exist`, () => {
      const { scripts } = JSON.parse(read('package.json'));
      for (const [, script = ''] of read(page).matchAll(/npm run (?:-s )?([\w-]+)/g)) {
        assert.ok(script in scripts, `npm run ${script}`);
      }
      const ours = /\b(?:SLACK|OVH|DATABASE|APPROV\w*|RETAIN|REMIND)_[A-Z_]+\b/g;
      const others = ['SLACK_CLI_XOXB', 'SLACK_CLI_XAPP'];
      for (const [name] of read(page).matchAll(ours))
        assert.ok(names.has(name) || others.includes(name), name);
    });
  }
});

describe('the examples of a deployment', () => {
  for (const file of ['docs/deploy/compose.sqlite.yml', 'docs/deploy/compose.postgres.yml']) {
    it(`set in ${file} what the app knows, and give it the time to stop`, () => {
      const { services, volumes } = parse(read(file));
      const app = services['order-cloud'];
      for (const name of Object.keys(app.environment)) assert.ok(names.has(name), name);
      assert.ok(existsSync(join(ROOT, dirname(file), app.build, 'Dockerfile')));
      assert.equal(join(dirname(file), app.env_file), '.env');
      assert.equal(app.stop_grace_period, '15s');
      const mounted = Object.values<{ volumes?: string[] }>(services).flatMap((one) => one.volumes ?? []);
      assert.deepEqual(
        mounted.map((mount) => mount.split(':')[0]),
        Object.keys(volumes),
      );
    });
  }

  it('run two replicas with PostgreSQL, and one with SQLite', () => {
    const withPostgres = parse(read('docs/deploy/compose.postgres.yml')).services['order-cloud'];
    assert.equal(withPostgres.deploy.replicas, 2);
    assert.match(withPostgres.environment.DATABASE_URL, /^postgres:/);
    const withSqlite = parse(read('docs/deploy/compose.sqlite.yml')).services['order-cloud'];
    assert.equal(withSqlite.deploy, undefined);
    assert.match(withSqlite.environment.DATABASE_URL, /^sqlite:\/app\/data\//);
  });

  it('probe in Kubernetes what the app answers, and give it the time to stop', () => {
    const documents = parseAllDocuments(read('docs/deploy/kubernetes.yml')).map((one) => one.toJS());
    assert.deepEqual(
      documents.map(({ kind }) => kind),
      ['Deployment', 'Service'],
    );
    const { spec } = documents[0].spec.template;
    const [container] = spec.containers;
    for (const { name } of container.env) assert.ok(names.has(name), name);
    assert.equal(container.livenessProbe.httpGet.path, '/healthz');
    assert.equal(container.readinessProbe.httpGet.path, '/readyz');
    assert.ok(spec.terminationGracePeriodSeconds >= 15);
    assert.deepEqual(documents[1].spec.selector, documents[0].spec.selector.matchLabels);
    assert.doesNotMatch(container.image, /:latest$/);
  });
});
