import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from './figure.ts';
import { type RigOptions, setRig } from './rig.ts';

/** An app that has just started is idle after this. */
const SETTLES_WITHIN_MS = 3_000;

/** How long an app takes from its start to being ready, and how much memory it then holds. */
export async function benchStart(runs: number): Promise<Figure[]> {
  const ours = { readyMs: [] as number[], idleMb: [] as number[] };
  const bare = { readyMs: [] as number[], idleMb: [] as number[] };
  for (let run = 0; run <= runs; run += 1) {
    for (const [app, seen] of [
      ['order-cloud', ours],
      ['bare', bare],
    ] as const) {
      const { readyMs, idleMb } = await startOnce(app);
      // The first ones fill the caches of the disk.
      if (run === 0) continue;
      seen.readyMs.push(readyMs);
      seen.idleMb.push(idleMb);
    }
  }
  const againstWhat = 'bare Bolt app';
  return [
    {
      name: 'time to ready',
      unit: 'ms',
      ours: ours.readyMs,
      against: bare.readyMs,
      againstWhat,
      mark: 1.5,
    },
    {
      name: 'memory when idle (RSS)',
      unit: 'MB',
      ours: ours.idleMb,
      against: bare.idleMb,
      againstWhat,
      mark: 1.3,
    },
  ];
}

async function startOnce(app: NonNullable<RigOptions['app']>): Promise<{ readyMs: number; idleMb: number }> {
  const rig = await setRig({ app });
  try {
    await pause(SETTLES_WITHIN_MS);
    return { readyMs: rig.app.readyAfterMs, idleMb: residentMb(rig.app.pid) };
  } finally {
    await rig.close();
  }
}

/** How much memory a process holds, in MB (2^20 bytes). */
export function residentMb(pid: number | null): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}
