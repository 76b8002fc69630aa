import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalOvhcloud, startLocalOvhcloud } from '../../src/sandbox/ovhcloud/server.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { settingsBetween } from '../fakes/settings.ts';
import { AS_SLACK, type FakeSlack, startFakeSlack } from '../fakes/slack/server.ts';
import { startPostgres } from '../store/postgres-server.ts';

/** What a campaign is asked for. */
export type ChaosOptions = {
  /** How many times a process is killed. */
  kills: number;
  database: 'sqlite' | 'postgres';
  replicas: number;
  seed: number;
  /** Whether the app may read the channel's history: then a lost post is found again, and none may appear twice. */
  history: boolean;
  /** Gets a line every now and then. */
  say: (line: string) => void;
};

/** What the app runs in, and is judged by. */
export type Environment = {
  slack: FakeSlack;
  ovh: LocalOvhcloud;
  /** The app's database, opened a second time to look into. */
  db: Database;
  folder: string;
  /** The whole environment of an app's process. */
  settings: Record<string, string>;
  teams: Team[];
  database: ChaosOptions['database'];
  close: () => Promise<void>;
};

/** One who orders and two who decide: everybody has one screen, so no two orders at once share people. */
export type Team = { number: number; requester: string; approvers: [string, string] };

export const CHANNEL = 'C0CLOUD';
export const APPROVALS_REQUIRED = 2;
const ORDERS_AT_ONCE = 12;
/** How long people look at a screen on which nothing happens. */
const PATIENCE_MS = 3_500;

/** Starts a Slack with people in it, an OVHcloud and a database. */
export async function setUp({ database, history }: ChaosOptions): Promise<Environment> {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-campaign-'));
  const teams = Array.from({ length: ORDERS_AT_ONCE }, (_, number) => ({
    number,
    requester: `U0REQ${number}`,
    approvers: [`U0ADA${number}`, `U0BOB${number}`] as [string, string],
  }));
  const approvers = teams.flatMap((team) => team.approvers);
  const people = [...approvers, ...teams.map(({ requester }) => requester)];
  const group = { id: 'S0APPROVERS', handle: 'approvers', name: 'Approvers', users: approvers };
  const slack = await startFakeSlack({
    users: people.map((id) => ({ id, name: id })),
    channels: [{ id: CHANNEL, name: 'cloud', bot_is_member: history }],
    groups: [group],
    untilMs: PATIENCE_MS,
    ...AS_SLACK,
  });
  if (history) for (const scope of ['channels:history', 'im:history']) slack.scopes.add(scope);
  // Soon enough that orders are followed to their end while processes are killed.
  const delivery = { checking: 1, delivering: 1, projectAppears: 1 };
  const ovh = await startLocalOvhcloud({ delivery });
  const certificateFile = join(folder, 'ca.pem');
  await writeFile(certificateFile, ovh.certificate);

  const postgres = database === 'postgres' ? await startPostgres() : null;
  const databaseUrl = (await postgres?.newDatabase()) ?? `sqlite:${join(folder, 'orders.db')}`;
  const db = await openDatabase(databaseUrl);
  const settings = {
    ...settingsBetween(slack, ovh),
    OVH_TIMEOUT_SECONDS: '1',
    // As many as there are: what is tested is not how long they wait.
    OVH_FOLLOW_PER_MINUTE: '6000',
    OVH_CALLS_PER_MINUTE: '60000',
    OPEN_ORDERS_PER_PERSON: '10000',
    NODE_EXTRA_CA_CERTS: certificateFile,
    DATABASE_URL: databaseUrl,
    APPROVERS: group.id,
    APPROVALS_REQUIRED: String(APPROVALS_REQUIRED),
  };
  const close = async () => {
    await Promise.all([slack.close(), ovh.close(), db.destroy()]);
    await postgres?.stop();
    await rm(folder, { recursive: true });
  };
  return { slack, ovh, db, folder, settings, teams, database, close };
}
