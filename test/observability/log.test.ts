import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { createLog, detached, withCorrelationId, withOrderId } from '../../src/observability/log.ts';
import { OvhClientError, OvhServerError } from '../../src/ovh/errors.ts';

/** What the log writes of an entry. */
function written(entry: Record<string, unknown>): string {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  createLog('trace', to).error(entry, 'it failed');
  return lines.join('');
}

test('an error is logged with its message, stack, causes and codes, but not with the data attached to it', () => {
  const cause = Object.assign(new Error('connect to https://x/?token=xoxb-1'), {
    code: 'ECONNREFUSED',
    config: { headers: { Authorization: 'Bearer xoxb-1' } },
  });
  const error = Object.assign(new TypeError('the call failed', { cause }), { request: { token: 'xoxb-1' } });
  const line = written({ err: error });
  assert.doesNotMatch(line, /xoxb/);
  const { err } = JSON.parse(line);
  assert.deepEqual(
    [err.type, err.message, err.causes],
    ['TypeError', 'the call failed', ['Error ECONNREFUSED']],
  );
  assert.match(err.stack[0], /log\.test\.ts/);
});

test('OVHcloud’s own words, which may quote a voucher, are not logged', () => {
  const answered = { status: 400, queryId: 'EU.1', retryAfter: null };
  const error = new OvhClientError('GET /cloud/eligibility', answered, {
    errorClass: null,
    apiMessage: 'Voucher SUMMER-26 cannot be used',
  });
  const line = written({ err: error });
  assert.doesNotMatch(line, /SUMMER/);
  assert.match(line, /OVHcloud did not take GET \/cloud\/eligibility/);
  const trouble = new OvhServerError(
    'GET /me',
    { ...answered, status: 500 },
    { body: '"SUMMER-26"', apiMessage: 'SUMMER-26' },
  );
  assert.doesNotMatch(written({ err: trouble }), /SUMMER/);
});

test('thrown values that are not errors are not logged', () => {
  assert.doesNotMatch(
    written({ err: { token: 'xoxb-1' }, voucher: 'SUMMER-26', a: { url: 'https://x' } }),
    /xoxb|SUMMER|https/,
  );
});

test('lines of one request or step share a correlation id, which detached work does not inherit', async () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  let later: Promise<void> | undefined;
  await withCorrelationId({}, async () => {
    log.info('a click');
    await withOrderId('oc-1', async () => {
      log.info('its order');
      await withCorrelationId({ order: 'oc-2' }, async () => log.info('a step of another'));
      later = detached(async () => log.info('something else'));
      log.info({ order: 'oc-3' }, 'an order named in so many words');
    });
  });
  await later;
  const [click, own, step, apartFromIt, named] = lines.map((line) => JSON.parse(line));
  assert.match(click.correlation, /^[0-9a-f-]{36}$/);
  assert.equal(click.order, undefined);
  assert.deepEqual([own.correlation, own.order], [click.correlation, 'oc-1']);
  assert.equal(step.order, 'oc-2');
  assert.notEqual(step.correlation, click.correlation);
  assert.deepEqual([apartFromIt.correlation, apartFromIt.order], [undefined, undefined]);
  assert.deepEqual([named.correlation, named.order], [click.correlation, 'oc-3']);
});
