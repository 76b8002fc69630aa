import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { onlyAtFullSize } from '../size.ts';
import { runChaos } from './chaos.ts';
import type { ChaosOptions } from './environment.ts';

/** A few kills of `npm run chaos`, to see that it still finds nothing. */
async function surviving(options: Omit<ChaosOptions, 'say'>): Promise<void> {
  const said: string[] = [];
  const report = await runChaos({ ...options, say: (line) => said.push(line) });
  const history = () => said.join('\n');
  assert.deepEqual(report.violations, [], history());
  assert.ok(report.kills >= options.kills && report.asked > 0, 'people ordered while processes were killed');
  assert.equal(report.endedWhereDecided, report.asked, 'every order ended where its people decided');
  const unexplained = report.duplicates.filter(
    ({ why }) => why === null || (options.history && why !== 'posted after the copy that was restored'),
  );
  assert.deepEqual(unexplained, [], history());
}

describe('orders placed while the app is killed repeatedly', { skip: onlyAtFullSize }, () => {
  it('are never duplicated, lost, stuck or left over, with SQLite', () =>
    surviving({ kills: 12, database: 'sqlite', replicas: 1, seed: 12, history: false }));

  it('are never duplicated, lost, stuck or left over, with two replicas on PostgreSQL', () =>
    surviving({ kills: 6, database: 'postgres', replicas: 2, seed: 6, history: true }));
});
