import { parseArgs } from 'node:util';
import { type Report, runChaos } from './chaos.ts';
import type { Violation } from './invariants.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    database: { type: 'string', default: 'sqlite' },
    replicas: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    history: { type: 'boolean', default: false },
  },
});
const { database, history } = values;
const [kills, replicas, seed] = [Number(values.kills), Number(values.replicas), Number(values.seed)];
if (database !== 'sqlite' && database !== 'postgres') throw new Error('--database is sqlite or postgres');
if (database === 'sqlite' && replicas > 1) throw new Error('SQLite is for one process: --database postgres');

console.log(`Seed ${seed}: ${kills} kills, ${replicas} on ${database}${history ? ', with history' : ''}`);
const report = await runChaos({ kills, database, replicas, seed, history, say: console.log });
console.log(`\n${summary(report)}\n\nSeed ${seed}`);
process.exitCode = isFailed(report) ? 1 : 0;

function count({ violations }: Report, kind: Violation['kind']): number {
  return violations.filter((violation) => violation.kind === kind).length;
}

function isFailed({ violations, duplicates }: Report): boolean {
  const unexplained = duplicates.filter(
    ({ why }) => why === null || (history && why !== 'posted after the copy that was restored'),
  );
  return violations.length > 0 || (history && unexplained.length > 0);
}

function summary(all: Report): string {
  const { duplicates } = all;
  const because = (why: (typeof duplicates)[number]['why']) =>
    duplicates.filter((duplicate) => duplicate.why === why).length;
  const lines: [string, string | number][] = [
    ['kills', `${all.kills} in ${all.seconds} s`],
    ['orders asked for', all.asked],
    ['ended where decided', all.endedWhereDecided],
    ['doubled', count(all, 'doubled')],
    ['lost', count(all, 'lost')],
    ['stuck', count(all, 'stuck')],
    ['carts left behind', count(all, 'cart left')],
    ['bought unlike approved', count(all, 'not approved')],
    ['checked out too soon', count(all, 'too soon')],
    ['untold orders', count(all, 'untold')],
    ['duplicate messages', duplicates.length],
    ['  whose answer was lost', because('its answer was lost')],
    ['  killed while posted', because('killed while it was posted')],
    ['  forgotten by a copy', because('posted after the copy that was restored')],
    ['  unexplained', because(null)],
    ['approvals unheard of', all.lostResponses.length],
    ['processes that gave up', all.endedByThemselves.length],
    ['complaints of Slack', all.problems.length],
  ];
  const table = lines.map(([what, number]) => `${what.padEnd(26)}${number}`);
  const wrong = all.violations.map(({ kind, name, why }) => `${kind}: ${name}: ${why}`);
  return [
    ...table,
    ...wrong,
    ...some(
      all.lostResponses.map(
        ({ name, by, until }) => `unheard: ${name} ${by} ${new Date(until).toISOString()}`,
      ),
    ),
    ...some(all.endedByThemselves),
    ...some(all.problems),
  ].join('\n');
}

function some(lines: string[]): string[] {
  return [...new Set(lines)].slice(0, 10).map((line) => `  ${line}`);
}
