import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Finding, failure, ok, warning } from './finding.ts';

const CHECK = 'port';
const TIMEOUT_MS = 3_000;
/** What /readyz says, see src/observability/readiness.ts. */
const NOT_READY = [
  'migrating',
  'starting',
  'stopping',
  'Slack is not connected',
  'Slack does not accept the bot token',
  'the bot token lacks chat:write',
  'the database does not answer',
  'the database is not writable',
];

/** Whether the app's HTTP server can listen, or does so already. */
export async function checkServer(port: number, host: string): Promise<Finding[]> {
  if (port === 0) return [ok(CHECK, 'PORT=0: any free one')];
  const trouble = await tryToListen(port, host);
  const at = `${host}:${port}`;
  switch (trouble) {
    case null:
      return [ok(CHECK, `${at} is free (the app is not running here)`)];
    case 'EADDRINUSE':
      return [await whoIsThere(port, host)];
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return [
        failure(CHECK, {
          message: `${host} is not an address of this machine`,
          fix: 'Set HOST to 0.0.0.0 (all addresses) or to an address of this machine.',
        }),
      ];
    case 'EACCES':
      return [
        failure(CHECK, {
          message: `this user may not listen on ${at}`,
          fix: 'Set PORT to one above 1023, such as 3000.',
        }),
      ];
    default:
      return [
        failure(CHECK, { message: `cannot listen on ${at} (${trouble})`, fix: 'Check PORT and HOST.' }),
      ];
  }
}

/** Null, or the error code. */
function tryToListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

async function whoIsThere(port: number, host: string): Promise<Finding> {
  const address =
    { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  const alive = await ask(`http://${address}:${port}/healthz`);
  if (alive?.status !== 200 || !['ok', 'migrating'].includes(alive.text.trim())) {
    return failure(CHECK, {
      message: `${host}:${port} is in use, but not by order-cloud`,
      fix: 'Stop the other program, or set PORT to a free port (and your proxy to the same).',
    });
  }
  const ready = await ask(`http://${address}:${port}/readyz`);
  if (ready?.status === 200) return ok(CHECK, `the app is running on ${host}:${port}, and is ready`);
  const missing = NOT_READY.filter((words) => ready?.text.includes(words));
  const why = missing.length > 0 ? missing.join(', ') : 'its /readyz does not say why';
  return warning(CHECK, {
    message: `the app is running on ${host}:${port}, but is not ready: ${why}`,
    fix: "Check the app's log.",
  });
}

/** Asks this machine, never through a proxy. */
function ask(url: string): Promise<{ status: number; text: string } | null> {
  const options = { agent: new Agent({ proxyEnv: {} }), signal: AbortSignal.timeout(TIMEOUT_MS) };
  return new Promise((resolve) => {
    const request = get(url, options, (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, text: body.slice(0, 1_000) }),
        () => resolve(null),
      );
    });
    request.on('error', () => resolve(null));
  });
}
