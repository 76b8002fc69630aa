import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from '../../src/config/errors.ts';
import { regionOf } from '../../src/config/regions.ts';
import { settings } from '../../src/config/settings.ts';
import { LANGUAGES } from '../../src/slack/i18n/catalogue.ts';
import { readConfig } from './read-config.ts';

/** The least that has to be set. */
const least = {
  SLACK_BOT_TOKEN: 'xoxb-bot',
  SLACK_APP_TOKEN: 'xapp-app',
  OVH_APPLICATION_KEY: 'application-key',
  OVH_APPLICATION_SECRET: 'application-secret',
  OVH_CONSUMER_KEY: 'consumer-key',
  APPROVERS: 'U1,S1',
};

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.errors;
  }
  return [];
}

/** The only problem of the least settings with these changes. */
function problemOf(changes: Record<string, string>): string {
  const [problem = '', ...others] = problemsOf({ ...least, ...changes });
  assert.deepEqual(others, []);
  return problem;
}

test('With only the required settings, every other one has its documented default', () => {
  assert.deepEqual(readConfig(least), {
    slack: { botToken: 'xoxb-bot', appToken: 'xapp-app', apiUrl: 'https://slack.com/api/' },
    proxy: null,
    app: { command: '/order-cloud', label: null },
    http: { port: 3000, host: '0.0.0.0' },
    shutdownDelayMs: 5_000,
    ovh: {
      endpoint: 'ovh-eu',
      region: regionOf('ovh-eu', undefined, { budgets: true }),
      applicationKey: 'application-key',
      applicationSecret: 'application-secret',
      consumerKey: 'consumer-key',
      planCode: 'project.2018',
      autoPay: false,
      settleFreeOrders: false,
      timeoutSeconds: 30,
      callsAtOnce: 20,
      followPerMinute: 60,
      callsPerMinute: 600,
    },
    databaseUrl: 'sqlite:data/order-cloud.db',
    retainSecretsDays: 30,
    approvals: {
      approvers: ['U1', 'S1'],
      required: 1,
      allowSelfApproval: false,
      timeoutHours: 72,
      remindAfterHours: 24,
    },
    requesters: [],
    openOrdersPerPerson: 20,
    channels: [],
    checkoutUrlTo: 'channel',
    budgets: { mode: 'optional', checkHours: 24 },
    locale: 'en',
    logLevel: 'info',
  });
});

test('Every setting that is set reaches the app', () => {
  const { SLACK_APP_TOKEN: _, ...withoutAppToken } = least;
  const config = readConfig({
    ...withoutAppToken,
    SLACK_SIGNING_SECRET: 'signing-secret',
    SLACK_API_URL: 'http://127.0.0.1:4000/api',
    SLASH_COMMAND: '/order-eu',
    APP_LABEL: 'EU prod',
    PORT: '0',
    HOST: '127.0.0.1',
    SHUTDOWN_DELAY_SECONDS: '0',
    OVH_ENDPOINT: 'https://127.0.0.1:8443/1.0/',
    OVH_SUBSIDIARY: 'FR',
    OVH_PLAN_CODE: 'project.2030',
    OVH_AUTOPAY: 'yes',
    OVH_SETTLE_FREE_ORDERS: 'yes',
    OVH_TIMEOUT_SECONDS: '0.25',
    DATABASE_URL: 'sqlite:/tmp/orders.db',
    APPROVERS: 'U1,W2',
    APPROVALS_REQUIRED: '2',
    ALLOW_SELF_APPROVAL: '1',
    APPROVAL_TIMEOUT_HOURS: '1.5',
    REMIND_AFTER_HOURS: '.5',
    REQUESTERS: 'S3',
    CHANNELS: 'C1,G2',
    CHECKOUT_URL_TO: 'requester',
    LOCALE: 'en',
    LOG_LEVEL: 'silent',
  });
  assert.deepEqual(config.slack, {
    botToken: 'xoxb-bot',
    signingSecret: 'signing-secret',
    apiUrl: 'http://127.0.0.1:4000/api/',
  });
  assert.deepEqual(config.app, { command: '/order-eu', label: 'EU prod' });
  assert.deepEqual(config.http, { port: 0, host: '127.0.0.1' });
  assert.equal(config.shutdownDelayMs, 0);
  assert.equal(config.ovh.endpoint, 'https://127.0.0.1:8443/1.0');
  assert.equal(config.ovh.subsidiary, 'FR');
  assert.equal(config.ovh.planCode, 'project.2030');
  assert.equal(config.ovh.autoPay, true);
  assert.equal(config.ovh.settleFreeOrders, true);
  assert.equal(config.ovh.timeoutSeconds, 0.25);
  assert.equal(config.databaseUrl, 'sqlite:/tmp/orders.db');
  assert.deepEqual(config.approvals, {
    approvers: ['U1', 'W2'],
    required: 2,
    allowSelfApproval: true,
    timeoutHours: 1.5,
    remindAfterHours: 0.5,
  });
  assert.deepEqual([config.requesters, config.channels], [['S3'], ['C1', 'G2']]);
  assert.deepEqual([config.checkoutUrlTo, config.logLevel], ['requester', 'silent']);
});

test('On ovh-us, by name or by URL, the plan code is "project"', () => {
  for (const endpoint of ['ovh-us', 'https://api.us.ovhcloud.com/1.0']) {
    assert.equal(readConfig({ ...least, OVH_ENDPOINT: endpoint }).ovh.planCode, 'project');
  }
  assert.equal(readConfig({ ...least, OVH_ENDPOINT: 'ovh-ca' }).ovh.planCode, 'project.2018');
});

test('LOCALE is one of five languages, optionally with a region, in any capitals', () => {
  const read = (LOCALE: string) => readConfig({ ...least, LOCALE }).locale;
  assert.deepEqual(LANGUAGES.map(read), LANGUAGES);
  assert.deepEqual(['fr-ca', 'EN-gb', 'es-419'].map(read), ['fr-CA', 'en-GB', 'es-419']);
  for (const wrong of ['pt', 'french', 'fr_FR', 'fr-', 'en-GB-x', 'deutsch']) {
    assert.match(problemsOf({ ...least, LOCALE: wrong }).join(), /^LOCALE: expected en, fr, it, de or es,/);
  }
});

test('Surrounding white space is dropped, an empty value counts as not set, and duplicate ids are removed', () => {
  const config = readConfig({
    ...least,
    PORT: ' 8080 ',
    HOST: '',
    LOG_LEVEL: '  ',
    APPROVERS: ' U1, S2 ,U1,',
  });
  assert.deepEqual(config.http, { port: 8080, host: '0.0.0.0' });
  assert.equal(config.logLevel, 'info');
  assert.deepEqual(config.approvals.approvers, ['U1', 'S2']);
});

test('All missing settings are reported at once, one line each, with an example and where to get the value', () => {
  const problems = problemsOf({});
  assert.deepEqual(
    problems.map((line) => line.split(':')[0]),
    [
      'SLACK_BOT_TOKEN',
      'APPROVERS',
      'OVH_CLIENT_ID and OVH_CLIENT_SECRET',
      'SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
    ],
  );
  assert.equal(
    problems[0],
    'SLACK_BOT_TOKEN: expected a bot token starting with xoxb-, but it is not set; Slack app settings > OAuth & Permissions > Bot User OAuth Token',
  );
});

/** The least that has to be set, with a service account in place of the application key. */
const {
  OVH_APPLICATION_KEY: _key,
  OVH_APPLICATION_SECRET: _secret,
  OVH_CONSUMER_KEY: _consumer,
  ...withoutKey
} = least;
const serviceAccount = { OVH_CLIENT_ID: 'client-id', OVH_CLIENT_SECRET: 'client-secret' };

test('A service account gets its tokens from the server of its endpoint', () => {
  const tokenUrls = {
    'ovh-eu': 'https://www.ovh.com/auth/oauth2/token',
    'ovh-ca': 'https://ca.ovh.com/auth/oauth2/token',
    'ovh-us': 'https://us.ovhcloud.com/auth/oauth2/token',
    'https://eu.api.ovh.com/1.0': 'https://www.ovh.com/auth/oauth2/token',
    'https://api.ca.ovhcloud.com/v1': 'https://ca.ovh.com/auth/oauth2/token',
    'https://127.0.0.1:8443/ovh/1.0': 'https://127.0.0.1:8443/auth/oauth2/token',
  };
  for (const [endpoint, tokenUrl] of Object.entries(tokenUrls)) {
    const { ovh } = readConfig({ ...withoutKey, ...serviceAccount, OVH_ENDPOINT: endpoint });
    assert.ok('clientId' in ovh && !('applicationKey' in ovh));
    const { clientId, clientSecret } = ovh;
    assert.deepEqual([clientId, clientSecret, ovh.tokenUrl], ['client-id', 'client-secret', tokenUrl]);
  }
});

test('Setting both ways to sign in is one error, reported beside the others', () => {
  for (const some of [serviceAccount, { OVH_CLIENT_ID: 'id' }, { OVH_CLIENT_SECRET: 'secret' }]) {
    const problems = problemsOf({ ...least, ...some, PORT: 'x' });
    const names = [...Object.keys(some), 'OVH_APPLICATION_KEY', 'OVH_APPLICATION_SECRET', 'OVH_CONSUMER_KEY'];
    assert.match(problems[0] ?? '', /^PORT: /);
    assert.equal(
      problems[1],
      `${names.join(', ')}: expected either a service account (OVH_CLIENT_ID, OVH_CLIENT_SECRET) or an application key (OVH_APPLICATION_KEY, OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY), but settings of both are set`,
    );
    assert.equal(problems.length, 2);
  }
});

test('A half-configured way to sign in is reported with the setting that is missing', () => {
  const half = (env: Record<string, string>) =>
    problemsOf({ ...withoutKey, ...env }).map((line) => line.split(', but it is not set;')[0]);
  assert.deepEqual(half({ OVH_CLIENT_ID: 'id' }), [
    'OVH_CLIENT_SECRET: expected the client secret of a service account',
  ]);
  assert.deepEqual(half({ OVH_CLIENT_SECRET: 'secret' }), [
    'OVH_CLIENT_ID: expected the client ID of a service account',
  ]);
  assert.deepEqual(half({ OVH_APPLICATION_SECRET: 'secret' }), [
    'OVH_APPLICATION_KEY: expected an application key, usually 16 letters and digits',
    'OVH_CONSUMER_KEY: expected a consumer key, usually 32 letters and digits',
  ]);
});

test('Each wrong value is one line that names the setting and quotes the value', () => {
  const wrong: Record<string, string> = {
    SLACK_API_URL: 'slack.com/api',
    SLASH_COMMAND: 'order-cloud',
    APP_LABEL: '(prod)',
    PUBLIC_URL: 'http://order-cloud.example.com',
    PORT: '65536',
    HOST: 'two words',
    SHUTDOWN_DELAY_SECONDS: '-1',
    OVH_ENDPOINT: 'https://eu.api.ovh.com',
    OVH_SUBSIDIARY: 'fr',
    OVH_PLAN_CODE: 'a plan',
    OVH_AUTOPAY: 'on',
    OVH_SETTLE_FREE_ORDERS: 'y',
    OVH_TIMEOUT_SECONDS: '0',
    DATABASE_URL: 'orders.db',
    APPROVERS: '@bob',
    APPROVALS_REQUIRED: '0',
    ALLOW_SELF_APPROVAL: 'nope',
    APPROVAL_TIMEOUT_HOURS: '-1',
    REMIND_AFTER_HOURS: '0x10',
    REQUESTERS: 'C1',
    CHANNELS: 'D061EG9SL',
    CHECKOUT_URL_TO: 'me',
    LOCALE: 'pt-BR',
    LOG_LEVEL: 'loud',
  };
  const problems = problemsOf({ ...least, ...wrong });
  for (const [name, value] of Object.entries(wrong)) {
    const line = problems.find((problem) => problem.startsWith(`${name}: expected `));
    assert.ok(line?.includes(`got "${value}"`), `${name}: ${line}`);
  }
  assert.equal(problems.length, Object.keys(wrong).length);
});

test('No secret is shown, not even one in the wrong setting', () => {
  const problems = problemsOf({
    SLACK_BOT_TOKEN: 'hunter2',
    SLACK_APP_TOKEN: 'xoxb-hunter2',
    SLACK_SIGNING_SECRET: 'xapp-hunter2',
    SLACK_API_URL: 'https://me:hunter2@slack.com/api/',
    OVH_ENDPOINT: 'https://me:hunter2@eu.api.ovh.com/1.0',
    OVH_APPLICATION_KEY: 'hunter2 x',
    OVH_APPLICATION_SECRET: 'hunter2 x',
    OVH_CONSUMER_KEY: 'hunter2 x',
    OVH_CLIENT_SECRET: 'hunter2 x',
    APPROVERS: 'xoxb-1-hunter2',
    DATABASE_URL: 'mysql://me:hunter2@localhost/orders',
  });
  assert.equal(problems.length, 12);
  assert.doesNotMatch(problems.join('\n'), /hunter2/);
});

test('Quotes, blanks and invalid characters in any secret are reported without showing it', () => {
  const secrets = settings.filter(({ secret }) => secret).map(({ name }) => name);
  assert.ok(secrets.length >= 7, String(secrets));
  const whole: Record<string, string> = {
    SLACK_BOT_TOKEN: 'xoxb-hunter2',
    SLACK_APP_TOKEN: 'xapp-hunter2',
    DATABASE_URL: 'postgres://me:hunter2@localhost/orders',
    HTTPS_PROXY: 'http://me:hunter2@proxy.example.com:3128',
    HTTP_PROXY: 'http://me:hunter2@proxy.example.com:3128',
  };
  for (const name of secrets) {
    const value = whole[name] ?? 'hunter2hunter2';
    const wrong: [string, RegExp][] = [
      [`"${value}"`, /quotes around it: leave them out/],
      [`'${value}'`, /quotes around it/],
      [`“${value}”`, /quotes around it/],
      [value.replace('ter', 't er'), /a blank in it, at character \d+ of \d+/],
      [value.replace('ter', 't\u00a0er'), /a blank in it/],
      [value.replace('ter', 't\u200ber'), /U\+200B/],
      [value.replace('e', 'é'), /U\+00E9/],
    ];
    for (const [given, what] of wrong) {
      const [problem = ''] = problemsOf({ ...least, [name]: given }).filter((line) =>
        line.startsWith(`${name}: `),
      );
      assert.match(problem, what, name);
      assert.doesNotMatch(problem, /hun/);
    }
    const ofOneWay = name === 'OVH_CLIENT_SECRET' ? { ...withoutKey, ...serviceAccount } : least;
    assert.deepEqual(problemsOf({ ...ofOneWay, [name]: `  ${value}\n` }), [], name);
  }
  const path = 'sqlite:/home/Zoë/my orders.db';
  assert.equal(readConfig({ ...least, DATABASE_URL: path }).databaseUrl, path);
});

test('A Slack token of the wrong kind is named as what it is', () => {
  assert.match(
    problemOf({ SLACK_BOT_TOKEN: 'xoxp-1' }),
    /^SLACK_BOT_TOKEN: .*got a person's user token \(xoxp-\)/,
  );
  assert.match(
    problemOf({ SLACK_BOT_TOKEN: 'xapp-1' }),
    /^SLACK_BOT_TOKEN: .*got an app-level token \(xapp-\)/,
  );
  assert.match(problemOf({ SLACK_BOT_TOKEN: 'xoxe.xoxb-1' }), /turn token rotation off/);
  assert.match(problemOf({ SLACK_APP_TOKEN: 'xoxb-1' }), /^SLACK_APP_TOKEN: .*got a bot token \(xoxb-\)/);
});

test('On ovh-us the app refuses to confirm free orders, however the region is set', () => {
  const on = { OVH_SETTLE_FREE_ORDERS: 'true' };
  assert.equal(readConfig({ ...least, ...on }).ovh.settleFreeOrders, true);
  const us: Record<string, string>[] = [
    { OVH_ENDPOINT: 'ovh-us' },
    { OVH_ENDPOINT: 'https://api.us.ovhcloud.com/1.0' },
    { OVH_ENDPOINT: 'https://127.0.0.1:8443/1.0', OVH_SUBSIDIARY: 'US' },
  ];
  for (const region of us) {
    assert.match(
      problemOf({ ...on, ...region }),
      /^OVH_SETTLE_FREE_ORDERS: expected false on ovh-us, .*got "true"/,
    );
    assert.equal(readConfig({ ...least, ...region }).ovh.settleFreeOrders, false);
  }
});

test('A PostgreSQL address needs a host and a database', () => {
  for (const url of [
    'postgres://me:hunter2@localhost/orders',
    'postgresql://localhost/orders',
    'postgres://me:hunter2@db.example.com:5432/orders?sslmode=require&sslrootcert=/etc/ca.pem',
    'postgres://me@/orders?host=/var/run/postgresql',
    'postgres:///orders?host=%2Fvar%2Frun%2Fpostgresql',
  ]) {
    assert.equal(readConfig({ ...least, DATABASE_URL: url }).databaseUrl, url);
  }
  const problem = problemOf({ DATABASE_URL: 'postgres://me:hunter2@' });
  assert.match(problem, /^DATABASE_URL: expected sqlite:PATH or postgres:/);
  const several = problemOf({ DATABASE_URL: 'postgres://me:hunter2@one:5432,other:5432/orders' });
  assert.match(several, /^DATABASE_URL: .*but it names several hosts: name one/);
  for (const line of [problem, several, problemOf({ DATABASE_URL: 'postgres:///orders' })])
    assert.doesNotMatch(line, /hunter2/);
});

test('A quorum larger than the number of approvers is refused, unless a group is among them', () => {
  assert.match(
    problemOf({ APPROVERS: 'U1,U2,U1', APPROVALS_REQUIRED: '3' }),
    /^APPROVALS_REQUIRED: .*\(2\), got "3"/,
  );
  assert.equal(readConfig({ ...least, APPROVERS: 'U1,S2', APPROVALS_REQUIRED: '3' }).approvals.required, 3);
});

test('A subsidiary of another region is refused with the list of those that fit', () => {
  assert.match(
    problemOf({ OVH_SUBSIDIARY: 'US' }),
    /^OVH_SUBSIDIARY: .*ovh-eu \(CZ, .*\) or nothing, got "US"/,
  );
  const ofAnotherApi = { OVH_ENDPOINT: 'https://127.0.0.1:8443/1.0', OVH_SUBSIDIARY: 'US' };
  assert.equal(readConfig({ ...least, ...ofAnotherApi }).ovh.subsidiary, 'US');
});

test('A proxy is an http address with optional URL-encoded credentials, which are never shown', () => {
  const { proxy } = readConfig({
    ...least,
    HTTPS_PROXY: 'http://me:p%40ss@proxy:3128',
    NO_PROXY: '.internal',
  });
  assert.deepEqual(proxy, {
    http: null,
    https: 'http://me:p%40ss@proxy:3128',
    no: '.internal,localhost,127.0.0.1,[::1]',
  });
  const small = readConfig({ ...least, https_proxy: 'http://small:1', HTTPS_PROXY: 'http://CAPITAL:1' });
  assert.equal(small.proxy?.https, 'http://small:1');
  for (const wrong of [
    'proxy:3128',
    'socks5://me:hunter2@proxy',
    'http://me:hunter2@proxy/path',
    'http://me:hunter2%@proxy',
  ]) {
    const problem = problemOf({ HTTPS_PROXY: wrong });
    assert.match(problem, /^HTTPS_PROXY: expected http:\/\/HOST:PORT or /);
    assert.doesNotMatch(problem, /hunter2|Invalid/);
  }
});

test('BUDGET is off, optional or required, and is read every day unless BUDGET_CHECK_HOURS says otherwise', () => {
  for (const mode of ['off', 'optional', 'required'] as const) {
    const { budgets, ovh } = readConfig({ ...least, BUDGET: mode, BUDGET_CHECK_HOURS: '0.5' });
    assert.deepEqual(budgets, { mode, checkHours: 0.5 });
    assert.equal(ovh.region.features.budgets ?? false, mode !== 'off');
  }
  for (const wrong of [{ BUDGET: 'yes' }, { BUDGET_CHECK_HOURS: '0' }, { BUDGET_CHECK_HOURS: '169' }])
    assert.throws(() => readConfig({ ...least, ...wrong }), ConfigError);
});
