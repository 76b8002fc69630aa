import type { Writable } from 'node:stream';
import { audit } from './audit.ts';
import { type Command, UsageError } from './command.ts';
import { doctor } from './doctor.ts';
import { manifest } from './manifest.ts';
import { orders } from './orders.ts';

/** The commands of the command line; `npm start` is not one of them. */
const commands: Record<string, { run: Command; about: string }> = {
  doctor: { run: doctor, about: 'check the setup and say how to fix it; it orders nothing' },
  manifest: { run: manifest, about: "print the Slack app's manifest for the current settings" },
  orders: { run: orders, about: 'list, show, retry, cancel, settle and sync orders' },
  audit: { run: audit, about: 'export the audit log, or verify that it is unchanged' },
};

/** sysexits.h: wrong usage. */
const EX_USAGE = 64;

/** Runs the command in `words` (without the program's name); returns the exit code. */
export async function runCommandLine(
  words: string[],
  env: Record<string, string | undefined>,
  { out, err }: { out: Writable; err: Writable },
): Promise<number> {
  const [name = '', ...args] = words;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const wantsHelp = ['help', '--help', '-h'].includes(name);
    (wantsHelp ? out : err).write(usage());
    return wantsHelp ? 0 : EX_USAGE;
  }
  try {
    return await command.run(args, env, out);
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof UsageError ? EX_USAGE : 1;
  }
}

function usage(): string {
  const lines = Object.entries(commands).map(([command, { about }]) => `  ${command.padEnd(8)} ${about}`);
  return `order-cloud <command> [options]; --help after a command explains it\n\n${lines.join('\n')}\n`;
}
