import { Writable } from 'node:stream';
import { runOrders } from '../../src/cli/orders.ts';
import { NOW } from '../orders/samples.ts';

/** Runs `order-cloud orders …` within the test, as the operator alice. */
export async function runAsAlice(databaseUrl: string, args: string[], now: () => number = () => NOW) {
  let text = '';
  const out = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const env = { DATABASE_URL: databaseUrl, SUDO_USER: 'alice' };
  const code = await runOrders(args, { env, out, now });
  return { code, text, json: () => JSON.parse(text) };
}
