import { createServer } from 'node:net';
import { type Finding, failure, ok, warning } from './finding.ts';

const CHECK = 'port';
const PATIENCE_MS = 3_000;
/** What /readyz says, in src/app.ts. */
const NOT_READY = ['stopping', 'Slack is not connected', 'the store does not answer'];

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
        failure(
          CHECK,
          `${host} is no address of this machine`,
          'Set HOST to 0.0.0.0 (all addresses) or to one that this machine has.',
        ),
      ];
    case 'EACCES':
      return [
        failure(CHECK, `this user may not listen on ${at}`, 'Set PORT to one above 1023, such as 3000.'),
      ];
    default:
      return [failure(CHECK, `${at} cannot be listened on (${trouble})`, 'Check PORT and HOST.')];
  }
}

/** Null, or the code of what is in the way. */
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
  if (alive?.status !== 200 || alive.text.trim() !== 'ok') {
    return failure(
      CHECK,
      `${host}:${port} is taken, and not by order-cloud`,
      'End the other program, or set PORT to a free one (and your proxy to the same).',
    );
  }
  const ready = await ask(`http://${address}:${port}/readyz`);
  if (ready?.status === 200) return ok(CHECK, `the app runs on ${host}:${port}, and is ready`);
  const missing = NOT_READY.filter((words) => ready?.text.includes(words));
  const why = missing.length > 0 ? missing.join(', ') : 'its /readyz does not say why';
  return warning(
    CHECK,
    `the app runs on ${host}:${port}, and is not ready: ${why}`,
    "Look at the app's log.",
  );
}

async function ask(url: string): Promise<{ status: number; text: string } | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, text: (await answer.text()).slice(0, 1_000) };
  } catch {
    return null;
  }
}
