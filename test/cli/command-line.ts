import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { spawnGroup } from '../spawn.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const PRELOAD = new URL('../../src/preload.mjs', import.meta.url).href;
/** What node is started with for a command, as npm scripts do; the command's words follow. */
export const COMMAND_LINE = ['--import', PRELOAD, MAIN];

/** What a command gave. */
export type Ran = { code: number | null; out: string; err: string };

/** A command of the command line: its words, its whole environment, and the folder it runs in. */
export type Running = (
  words: string[],
  env: Record<string, string | undefined>,
  folder: string,
) => Promise<Ran>;

// Node's test runner sets it at a terminal, and it would colour what is written to no terminal.
delete process.env.FORCE_COLOR;

/** Runs the command line inside the test, one at a time: the folder is the whole process's. */
export const runInside: Running = async (words, env, folder) => {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(out), text(err)]);
  const before = process.cwd();
  process.chdir(folder);
  try {
    const code = await runCommandLine(words, env, { out, err });
    for (const stream of [out, err]) stream.end();
    const [outText, errText] = await written;
    return { code, out: outText, err: errText };
  } finally {
    process.chdir(before);
  }
};

/** Runs the command line as npm scripts do, as a process of its own: where its way in and out is what is tested. */
export const runProcess: Running = async (words, env, cwd) => {
  const child = spawnGroup(process.execPath, [...COMMAND_LINE, ...words], { cwd, env });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: code as number | null, out, err };
};
