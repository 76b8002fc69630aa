import { parseArgs } from 'node:util';
import { benchAcks } from './acks.ts';
import type { Figure } from './figure.ts';
import { benchFollowing } from './following.ts';
import { benchInstall } from './install.ts';
import { benchLatency } from './latency.ts';
import { machine, tableOf } from './report.ts';
import { benchStart } from './start.ts';
import { benchStore } from './store.ts';
import { benchStorm } from './storm.ts';

const say = (line: string) => console.error(line);

const BENCHES: Record<string, (runs: number) => Promise<Figure[]>> = {
  latency: (runs) => benchLatency(2 * runs, say),
  acks: (runs) => benchAcks(runs, say),
  storm: (runs) => benchStorm(Math.min(runs, 3), say),
  start: benchStart,
  store: (runs) => benchStore(runs, say),
  following: (runs) => benchFollowing(runs, say),
  install: benchInstall,
};
const USAGE = `npm run bench -- [--runs 5] [${Object.keys(BENCHES).join(' | ')}] …`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(`There is no ${unknown.join(', ') || `--runs ${values.runs}`}. Usage: ${USAGE}`);
  process.exit(64);
}

console.log(`${machine()}; ${runs} runs, medians with the smallest and the largest value\n`);
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  say(`${name} …`);
  figures.push(...(await bench(runs)));
}
console.log(tableOf(figures));
