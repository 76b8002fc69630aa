import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { type Command, print, UsageError } from './command.ts';
import { formatJson, formatText, passed, redactFindings } from './doctor/report.ts';
import { runChecks } from './doctor/run-checks.ts';
import { type EnvFile, secretsIn } from './doctor/settings-checks.ts';

const HELP = `order-cloud doctor [--json]
    Checks the set-up: the settings, Slack, who may approve, OVHcloud, the database. Prints a list: each line with ok,
    warning, failure or skipped (it cannot be seen from here), and below it what to do. --json prints one JSON object.

    It places nothing: no order, no message. At OVHcloud it makes one empty cart, to see the plans that are sold, and
    deletes it again. The app may run meanwhile. Secrets are not shown.

    Ends with 0 if nothing failed, else 1.
`;

/** \`order-cloud doctor\`: checks the set-up. Gives 1 if something is a failure. Throws UsageError. */
export const doctor: Command = async (args, env, out) => {
  if (args.some((word) => ['help', '--help', '-h'].includes(word))) {
    await print(out, HELP);
    return 0;
  }
  const stranger = args.find((word) => word !== '--json');
  if (stranger !== undefined) throw new UsageError(`${stranger} is not known to the doctor.\n\n${HELP}`);
  const findings = redactFindings(await runChecks(env, readEnvFile()), secretsIn(env));
  await print(out, args.includes('--json') ? formatJson(findings) : formatText(findings, out));
  return passed(findings) ? 0 : 1;
};

function readEnvFile(): EnvFile {
  try {
    return { path: '.env', entries: parse(readFileSync('.env')) };
  } catch {
    return null;
  }
}
