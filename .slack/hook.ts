/**
 * What the Slack CLI asks of a project (https://docs.slack.dev/tools/slack-cli/reference/hooks), so that `slack run` makes
 * the app in a workspace and runs it: npm run slack-hook -- get-hooks | get-manifest | start
 */
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { manifestOf } from '../src/cli/manifest.ts';
import { ConfigError } from '../src/config/errors.ts';

const { positionals, values } = parseArgs({
  options: { protocol: { type: 'string' }, boundary: { type: 'string' } },
  allowPositionals: true,
  strict: false,
});
const [hook] = positionals;

switch (hook) {
  case 'get-hooks':
    console.log(JSON.stringify(hooks()));
    break;
  case 'get-manifest':
    manifest();
    break;
  case 'start':
    await start();
    break;
  default:
    console.error(`There is no hook "${hook}": get-hooks, get-manifest or start`);
    process.exitCode = 64;
}

/** Which hooks there are. The app makes its own connection to Slack, so the CLI makes none. */
function hooks() {
  const command = (name: string) => `npm run --silent slack-hook -- ${name}`;
  return {
    runtime: 'node',
    hooks: { 'get-manifest': command('get-manifest'), start: command('start') },
    config: {
      'protocol-version': ['message-boundaries'],
      'sdk-managed-connection-enabled': true,
      watch: {
        manifest: { paths: ['.env', 'src/slack/manifest.ts'] },
        app: { 'filter-regex': '\\.ts$', paths: ['src'] },
      },
    },
  };
}

/** The manifest for the settings of .env; where one of them is wrong, one line that says so. */
function manifest(): void {
  dotenv.config({ quiet: true });
  try {
    respond(manifestOf(process.env));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** The CLI finds the answer among whatever else is printed by the boundary that it gave. */
function respond(answer: unknown): void {
  const boundary = values.protocol === 'message-boundaries' ? String(values.boundary ?? '') : '';
  console.log(`${boundary}${JSON.stringify(answer)}${boundary}`);
}

/** Runs the app with the tokens of the app that the CLI has installed; they win over those of .env. */
async function start(): Promise<void> {
  const { SLACK_CLI_XOXB: bot, SLACK_CLI_XAPP: app } = process.env;
  if (bot) Object.assign(process.env, { SLACK_BOT_TOKEN: bot, SLACK_BOT_TOKEN_FILE: '' });
  if (app) Object.assign(process.env, { SLACK_APP_TOKEN: app, SLACK_APP_TOKEN_FILE: '' });
  await import('../src/main.ts');
}
