import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse as parseEnv } from 'dotenv';
import { parse, parseAllDocuments } from 'yaml';
import { SECRET_FILE_NAMES } from '../src/config/secret-files.ts';
import { settings } from '../src/config/settings.ts';
import { readConfig } from './config/read-config.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { version, scripts } = JSON.parse(read('package.json'));
const names = new Set([...settings.map(({ name }) => name), ...SECRET_FILE_NAMES, 'NODE_ENV']);
const secretNames = settings.flatMap(({ name, secret }) => (secret ? [name] : []));

/** What the secrets of the examples hold, by the names of their files. */
const SECRETS: Record<string, string> = {
  slack_bot_token: 'xoxb-bot',
  slack_app_token: 'xapp-app',
  ovh_client_secret: 'client-secret',
  database_url: 'postgres://order_cloud:password@database/order_cloud',
};
const DOT_ENV = 'APPROVERS=S0123456789\nOVH_CLIENT_ID=0123456789abcdef\n';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'order-cloud-deploy-'));
  for (const [name, value] of Object.entries(SECRETS)) await writeFile(join(folder, name), `${value}\n`);
});
after(() => rm(folder, { recursive: true }));

/** What the app makes of the environment that an example gives it, with the files of its secrets in the test's folder. */
function configOf(environment: Record<string, string>, dotEnv: string) {
  for (const name of Object.keys(environment)) assert.ok(names.has(name), name);
  for (const name of secretNames) {
    const isAddress = name === 'DATABASE_URL' && environment[name]?.startsWith('sqlite:');
    assert.ok(!(name in environment) || isAddress, `${name} is in a file`);
  }
  const entries = Object.entries(environment).map(([name, value]) => {
    return [name, name.endsWith('_FILE') ? join(folder, basename(value)) : value] as const;
  });
  return readConfig({ ...parseEnv(dotEnv), ...Object.fromEntries(entries) });
}

describe('the compose files', () => {
  for (const kind of ['sqlite', 'postgres'] as const) {
    const file = `docs/deploy/compose.${kind}.yml`;
    const { services, volumes, secrets } = parse(read(file));
    const app = services['order-cloud'];

    it(`${kind}: give the app only known settings, its secrets as files, and its address`, () => {
      const config = configOf(app.environment, DOT_ENV);
      assert.deepEqual(config.http, { port: 3000, host: '0.0.0.0' });
      assert.ok(config.databaseUrl.startsWith(kind === 'sqlite' ? 'sqlite:/app/data/' : 'postgres:'));
      assert.equal(join(dirname(file), app.env_file), '.env');
      const wanted = Object.entries<string>(app.environment).filter(([name]) => name.endsWith('_FILE'));
      assert.deepEqual(
        wanted.map(([, path]) => path.replace('/run/secrets/', '')).sort(),
        [...app.secrets].sort(),
      );
    });

    it(`${kind}: use only secrets and volumes that they define, in a folder ignored by git and the image`, () => {
      const all = Object.values<{ volumes?: string[]; secrets?: string[] }>(services);
      const used = new Set(all.flatMap((one) => one.secrets ?? []));
      assert.deepEqual([...used].sort(), Object.keys(secrets).sort());
      for (const [name, { file: path }] of Object.entries<{ file: string }>(secrets)) {
        assert.equal(join(dirname(file), path), `secrets/${name}`);
      }
      const mounted = all.flatMap((one) => one.volumes ?? []);
      assert.deepEqual(
        mounted.map((mount) => mount.split(':')[0]),
        Object.keys(volumes),
      );
      assert.ok(read('.gitignore').split('\n').includes('secrets/'));
    });

    it(`${kind}: run the project’s image without privileges, with enough time to stop`, () => {
      assert.ok(existsSync(join(ROOT, dirname(file), app.build, 'Dockerfile')));
      assert.equal(app.stop_grace_period, '15s');
      assert.deepEqual(
        [app.read_only, app.cap_drop, app.security_opt],
        [true, ['ALL'], ['no-new-privileges:true']],
      );
    });
  }

  it('run two replicas with PostgreSQL but only one with SQLite', () => {
    const replicas = (kind: string) =>
      parse(read(`docs/deploy/compose.${kind}.yml`)).services['order-cloud'].deploy?.replicas;
    assert.deepEqual([replicas('postgres'), replicas('sqlite')], [2, undefined]);
  });
});

describe('the Kubernetes example', () => {
  const documents = parseAllDocuments(read('docs/deploy/kubernetes.yml')).map((one) => one.toJS());
  const of = (kind: string) => documents.find((one) => one.kind === kind);
  const { template, selector, replicas } = of('Deployment').spec;
  const [container] = template.spec.containers;
  const mounts: Record<string, string> = Object.fromEntries(
    container.volumeMounts.map(({ name, mountPath }: Record<string, string>) => [name, mountPath]),
  );

  it('gives the app only known settings, its secrets as files, and its address', () => {
    const environment: Record<string, string> = Object.fromEntries(
      container.env.map(({ name, value }: Record<string, string>) => [name, value]),
    );
    const config = configOf(environment, of('ConfigMap').data['.env']);
    assert.deepEqual(config.http, { port: container.ports[0].containerPort, host: '0.0.0.0' });
    assert.match(config.databaseUrl, /^postgres:/);
    for (const [name, path] of Object.entries(environment)) {
      if (name.endsWith('_FILE')) assert.equal(dirname(path), mounts.secrets, name);
    }
    assert.deepEqual(Object.keys(of('ConfigMap').data), ['.env']);
  });

  it('starts the app as the image does, in the folder of its .env', () => {
    const [, imported, main] = scripts.start.match(/--import (\S+) (\S+)/);
    assert.deepEqual(container.command, ['node', '--import', join('/app', imported), join('/app', main)]);
    assert.equal(container.workingDir, mounts.settings);
    assert.equal(container.image, `registry.example.com/order-cloud:${version}`);
  });

  it('probes routes that the app answers, and allows minutes to start and enough time to stop', () => {
    const { startupProbe, livenessProbe, readinessProbe } = container;
    const paths = [startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet.path);
    assert.deepEqual(paths, ['/healthz', '/healthz', '/readyz']);
    assert.ok(startupProbe.periodSeconds * startupProbe.failureThreshold >= 300);
    assert.ok(template.spec.terminationGracePeriodSeconds >= 15);
  });

  it('drops every privilege that the app does not need', () => {
    const { allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities } = container.securityContext;
    assert.deepEqual([allowPrivilegeEscalation, readOnlyRootFilesystem], [false, true]);
    assert.deepEqual(capabilities, { drop: ['ALL'] });
    assert.equal(template.spec.automountServiceAccountToken, false);
    assert.deepEqual(
      [template.spec.securityContext.runAsNonRoot, template.spec.securityContext.runAsUser],
      [true, 1000],
    );
  });

  it('selects its pods consistently, keeps one up and spreads them, and allows the egress the app needs', () => {
    const labels = template.metadata.labels;
    const [apart] = template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution;
    for (const found of [
      selector.matchLabels,
      of('Service').spec.selector,
      of('PodDisruptionBudget').spec.selector.matchLabels,
      of('NetworkPolicy').spec.podSelector.matchLabels,
      apart.podAffinityTerm.labelSelector.matchLabels,
    ])
      assert.deepEqual(found, labels);
    assert.ok(of('PodDisruptionBudget').spec.minAvailable < replicas);
    const egress = of('NetworkPolicy').spec.egress.flatMap(
      ({ ports }: { ports: { port: number }[] }) => ports,
    );
    assert.deepEqual(new Set(egress.map(({ port }: { port: number }) => port)), new Set([53, 443, 5432]));
  });
});

describe('the systemd unit', () => {
  const lines = read('docs/deploy/order-cloud.service')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);
  const all = (name: string) => lines.flatMap(([key, value]) => (key === name ? [value] : []));
  const environment = Object.fromEntries(
    all('Environment').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

  it('gives the app only known settings, each secret as a credential, and its address', () => {
    const config = configOf(environment, DOT_ENV);
    assert.deepEqual(config.http, { port: 3000, host: '127.0.0.1' });
    assert.equal(config.databaseUrl, `sqlite:/var/lib/${all('StateDirectory')}/order-cloud.db`);
    const credentials = all('LoadCredential').map((line) => `%d/${line.split(':')[0]}`);
    assert.deepEqual(
      Object.entries(environment).flatMap(([name, path]) => (name.endsWith('_FILE') ? [path] : [])),
      credentials,
    );
  });

  it('starts the app as npm start does, reloads it with SIGHUP, and does not restart it after exit code 78', () => {
    const [, imported, main] = scripts.start.match(/--import (\S+) (\S+)/);
    const words = [
      '/usr/bin/node',
      '--import',
      join('/opt/order-cloud', imported),
      join('/opt/order-cloud', main),
    ];
    assert.deepEqual(all('ExecStart'), [words.join(' ')]);
    assert.deepEqual(all('ExecReload'), ['/bin/kill -HUP $MAINPID']);
    assert.deepEqual([all('RestartPreventExitStatus'), all('TimeoutStopSec')], [['78'], ['15']]);
  });

  it('restarts the app without limit once the network is up, with no more privileges than it needs', () => {
    assert.deepEqual(
      [all('Restart'), all('RestartSec'), all('StartLimitIntervalSec')],
      [['always'], ['5'], ['0']],
    );
    for (const name of ['After', 'Wants']) assert.deepEqual(all(name), ['network-online.target']);
    assert.deepEqual([all('StateDirectory'), all('StateDirectoryMode')], [['order-cloud'], ['0700']]);
    assert.deepEqual(
      [all('DynamicUser'), all('UMask'), all('CapabilityBoundingSet')],
      [['yes'], ['0077'], ['']],
    );
    for (const name of [
      'NoNewPrivileges',
      'PrivateTmp',
      'PrivateDevices',
      'ProtectHome',
      'RestrictNamespaces',
    ])
      assert.deepEqual(all(name), ['yes'], name);
    assert.deepEqual(all('ProtectSystem'), ['strict']);
    assert.deepEqual(all('SystemCallFilter'), ['@system-service']);
  });
});
