#!/usr/bin/env node
import dotenv from 'dotenv';
import { audit } from './audit.ts';
import { type Command, UsageError, watchOutput } from './command.ts';
import { doctor } from './doctor.ts';

/** The commands of the command line; `npm start` is not one of them. */
const commands: Record<string, { run: Command; about: string }> = {
  doctor: { run: doctor, about: 'check the set-up, and say what to do; it places nothing' },
  audit: { run: audit, about: 'write out the trail of all events, or verify that nothing in it was changed' },
};

/** sysexits.h: the command was used in a wrong way. */
const EX_USAGE = 64;

const [name = '', ...args] = process.argv.slice(2);
dotenv.config({ quiet: true });
watchOutput(process.stdout);

if (!Object.hasOwn(commands, name)) {
  const wantsHelp = ['help', '--help', '-h'].includes(name);
  (wantsHelp ? process.stdout : process.stderr).write(usage());
  process.exitCode = wantsHelp ? 0 : EX_USAGE;
} else {
  process.exitCode = await run(name);
}

async function run(command: string): Promise<number> {
  try {
    return (await commands[command]?.run(args, process.env, process.stdout)) ?? EX_USAGE;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof UsageError ? EX_USAGE : 1;
  }
}

function usage(): string {
  const lines = Object.entries(commands).map(([command, { about }]) => `  ${command.padEnd(8)} ${about}`);
  return `order-cloud <command> [options]; --help after a command explains it\n\n${lines.join('\n')}\n`;
}
