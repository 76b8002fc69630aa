import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { z } from 'zod';
import {
  answer,
  badGateway,
  breakConnection,
  connectTo,
  cutAnswer,
  neverAnswer,
  type Reply,
  startOvhcloud,
} from './ovhcloud-server.ts';

const url = 'https://www.ovh.com/cgi-bin/order/displayOrder.cgi?orderId=1&orderPassword=secret-password';
const placed = { orderId: 'not a number', url };
const call = {
  method: 'POST',
  path: '/order/cart/{cartId}/item/{itemId}/configuration',
  params: { cartId: 'secret-cart', itemId: 1 },
  query: { label: 'secret-label' },
  body: { label: 'voucher', value: 'secret-voucher' },
} as const;

const outcomes: Record<string, { reply: Reply; trusted?: boolean }> = {
  'a success': { reply: answer(200, { ...placed, orderId: 1 }) },
  'a refusal': { reply: answer(403, { class: 'Client::Forbidden', message: 'You are not allowed', url }) },
  'an HTML 502': { reply: badGateway },
  'an answer that is no JSON': { reply: answer(200, `<html>${url}</html>`) },
  'an answer of another shape': { reply: answer(200, placed) },
  'a deadline': { reply: neverAnswer },
  'a broken connection': { reply: breakConnection },
  'a cut answer': { reply: cutAnswer },
  'a certificate that is not trusted': { reply: neverAnswer, trusted: false },
};
for (const [title, { reply, trusted = true }] of Object.entries(outcomes)) {
  test(`nothing secret is in the log or the error of ${title}`, async (t) => {
    const cloud = await startOvhcloud(t, [reply], { trusted });
    const { ovh, log } = connectTo(cloud.endpoint, { timeoutSeconds: title === 'a deadline' ? 0.2 : 10 });
    const schema = z.object({ orderId: z.int(), url: z.string() });
    const error = await ovh.call(call, schema).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.equal(error instanceof Error, title !== 'a success');
    assert(log.length > 0);
    const shown = [log, error].flatMap((thing) => [
      String(thing),
      JSON.stringify(thing),
      inspect(thing, { depth: Infinity, showHidden: true }),
    ]);
    assert.doesNotMatch(shown.join('\n'), /secret-/);
  });
}
