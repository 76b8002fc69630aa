import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { readSecretFiles } from '../config/secret-files.ts';
import { type Command, print, UsageError } from './command.ts';
import { formatJson, formatText, passed, redactFindings } from './doctor/report.ts';
import { runChecks } from './doctor/run-checks.ts';
import { type EnvFile, secretsIn } from './doctor/settings-checks.ts';

const HELP = `order-cloud doctor [--json]
    Checks the setup: settings, Slack, approvers, OVHcloud, database. Prints a list; each line is ok, warning, failure or
    skipped (cannot be checked from here), with how to fix it below. --json prints one JSON object.

    It orders nothing and posts nothing. At OVHcloud it creates one empty cart, to see which plans are sold, and deletes
    it again. The app can keep running. Secrets are not shown.

    Exits with 0 if nothing failed, else with 1.
`;

/** `order-cloud doctor`: checks the setup. Returns 1 if something failed. Throws UsageError. */
export const doctor: Command = async (args, env, out) => {
  if (args.some((word) => ['help', '--help', '-h'].includes(word))) {
    await print(out, HELP);
    return 0;
  }
  const unknownOption = args.find((word) => word !== '--json');
  if (unknownOption !== undefined)
    throw new UsageError(`${unknownOption} is not an option of the doctor.\n\n${HELP}`);
  const findings = redactFindings(await runChecks(env, readEnvFile()), secretsIn(readSecretFiles(env).env));
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
