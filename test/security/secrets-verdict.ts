import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '../../src/store/database.ts';
import { tokensIssued } from '../journeys/scenario.ts';
import type { SecretsScenario } from './secrets-scenario.ts';
import { foundIn, type Secrets, whereIn } from './secrets-search.ts';

/** Where a voucher may stand: in its order's row, and in the form that its requester gets to change it. */
const VOUCHER_PLACES = [
  /^orders\.body\.request\.voucher: voucher/,
  /^views\.(open|update)\.view\.blocks\.\d+\.element\.initial_value: voucher/,
];
/** Where a payment link may stand: in its order's row, and in the button `Pay`. */
const URL_PLACES = [
  /^orders\.body\.ovhOrder\.url: password/,
  /^chat\.(postMessage|update)\.blocks\.\d+\.elements\.0\.url: password/,
];

/** Every place that holds a secret and need not. `vouchers` are those that people typed. */
export async function leaksOf(scenario: SecretsScenario, vouchers: string[]): Promise<string[]> {
  const tokens = numbered('access token', tokensIssued(scenario.ovh));
  const secrets = { ...scenario.keys, ...tokens, ...numbered('voucher', vouchers), ...passwordsOf(scenario) };
  const { calls, acks, ephemerals } = scenario.slack;
  const places = [
    ...scenario
      .logged()
      .split('\n')
      .flatMap((line) => foundIn(line, secrets).map((name) => `log: ${name}: ${line.slice(0, 300)}`)),
    ...(await inDatabase(scenario.databaseUrl, secrets)),
    ...calls.flatMap(({ method, args }) => whereIn(args, secrets, method)),
    ...whereIn(acks, secrets, 'answer to Slack'),
    ...whereIn(ephemerals(), secrets, 'ephemeral'),
    ...(await inOwnAnswers(scenario, secrets)),
  ];
  const allowed = [...VOUCHER_PLACES, ...URL_PLACES];
  const leaks = places.filter((place) => !allowed.some((where) => where.test(place)));
  return [...new Set([...leaks, ...shownTwice(scenario), ...(await openFiles(scenario))])];
}

/** The passwords in the checkout URLs of all orders. */
export function passwordsOf({ ovh }: SecretsScenario): Secrets {
  return numbered(
    'password',
    [...ovh.orders.values()].map(({ orderPassword }) => orderPassword),
  );
}

function numbered(name: string, values: string[]): Secrets {
  return Object.fromEntries(values.map((value, number) => [`${name} ${number}`, value]));
}

async function inDatabase(url: string, secrets: Secrets): Promise<string[]> {
  const db = await openDatabase(url);
  try {
    const found: string[] = [];
    for (const { name } of await db.introspection.getTables()) {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
      for (const row of rows) {
        for (const [column, value] of Object.entries(row)) {
          found.push(...whereIn(opened(value), secrets, `${name}.${column}`));
        }
      }
    }
    return found;
  } finally {
    await db.destroy();
  }
}

function opened(cell: unknown): unknown {
  try {
    return JSON.parse(String(cell));
  } catch {
    return String(cell);
  }
}

async function inOwnAnswers({ app }: SecretsScenario, secrets: Secrets): Promise<string[]> {
  const found: string[] = [];
  for (const path of ['healthz', 'readyz', 'metrics', 'slack/events']) {
    const answer = await fetch(`http://127.0.0.1:${app.port}/${path}`).catch(() => null);
    if (answer) found.push(...whereIn([[...answer.headers], await answer.text()], secrets, path));
  }
  return found;
}

/** A checkout URL stands in one message of all that Slack has, at any time. */
function shownTwice({ slack, ovh }: SecretsScenario): string[] {
  const messages = [...slack.users.keys()].flatMap((user) => slack.directMessages(user));
  const shared = [...slack.channels.keys()].flatMap((channel) => slack.messages(channel));
  const all = [...new Set([...messages, ...shared].flatMap((root) => [root, ...slack.thread(root)]))];
  return [...ovh.orders.values()].flatMap(({ orderId, orderPassword }) => {
    const holding = all.filter((message) => JSON.stringify(message).includes(orderPassword));
    // One for everyone, and one for its requester.
    const direct = holding.filter(({ channel }) => channel.startsWith('D')).length;
    const isOnce = direct <= 1 && holding.length - direct <= 1;
    return isOnce ? [] : [`the link of ${orderId} is in ${holding.length} messages`];
  });
}

/** What the app wrote beside its database's folder, and what others may read in it. */
async function openFiles({ databaseUrl }: SecretsScenario): Promise<string[]> {
  if (!databaseUrl.startsWith('sqlite:')) return [];
  const folder = dirname(databaseUrl.slice('sqlite:'.length));
  const files = [folder, ...(await readdir(folder)).map((file) => `${folder}/${file}`)];
  const open = await Promise.all(files.map(async (file) => ((await stat(file)).mode & 0o077) !== 0));
  return files.filter((_, number) => open[number]).map((file) => `others may read ${file}`);
}
