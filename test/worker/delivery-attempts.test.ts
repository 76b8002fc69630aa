import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SlackApiError } from '../../src/slack/client/errors.ts';
import type { MessageRefusal } from '../../src/store/messages.ts';
import { holdsUp, isDue, refusalOf } from '../../src/worker/slack-sync/delivery-attempts.ts';

const NOW = Date.UTC(2026, 10, 2, 10);
const MINUTE = 60_000;
const DAY = 86_400_000;
const noJitter = () => 0;
const direct = { isDirect: true, before: null, now: NOW, random: noJitter };

const PASSING = [
  ...['ratelimited', 'rate_limited', 'message_limit_exceeded', 'internal_error', 'fatal_error'],
  ...['service_unavailable', 'request_timeout', 'team_added_to_org', 'org_login_required', 'no_answer'],
];
const TO_BE_MENDED = [
  ...['token_revoked', 'invalid_auth', 'account_inactive', 'missing_scope', 'team_access_not_granted'],
  ...['ekm_access_denied', 'messages_tab_disabled', 'a_code_of_tomorrow'],
];
const UNREACHABLE = [
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'cannot_dm_bot',
  'channel_not_found',
  'not_enough_users',
  'is_inactive',
];

/** How long it waits after each of many refusals in a row, in ms, until it gives up. */
function waits(code: string, isDirect = true): number[] {
  const found: number[] = [];
  let before: MessageRefusal | null = null;
  for (let now = NOW; found.length < 100_000; ) {
    before = refusalOf(new SlackApiError('m', code), { isDirect, before, now, random: noJitter });
    if (before.retryAt === null) return found;
    found.push(before.retryAt - now);
    now = before.retryAt;
  }
  throw new Error('It never gives up');
}

describe('refusalOf', () => {
  for (const code of UNREACHABLE) {
    it(`tries a direct message only once if the person cannot be reached: ${code}`, () =>
      assert.deepEqual(waits(code), []));
  }

  for (const code of ['invalid_blocks', 'msg_too_long', 'no_text', 'attachment_payload_limit_exceeded']) {
    it(`tries the same content only once if Slack does not accept it: ${code}`, () => {
      assert.deepEqual(waits(code), []);
      assert.deepEqual(waits(code, false), []);
    });
  }

  for (const code of PASSING) {
    it(`retries a temporary error within seconds, then every minute: ${code}`, () => {
      const found = waits(code);
      assert.deepEqual(found.slice(0, 4), [1_000, 2_000, 4_000, 8_000]);
      assert.equal(found.at(-1), MINUTE);
    });
  }

  for (const code of TO_BE_MENDED) {
    it(`retries rarely, for at most a week, what someone has to fix: ${code}`, () => {
      const found = waits(code);
      assert.deepEqual(found.slice(0, 3), [1_000, 4_000, 16_000]);
      assert.equal(Math.max(...found), 15 * MINUTE);
      const total = found.reduce((sum, wait) => sum + wait, 0);
      assert.ok(total >= 7 * DAY && total < 8 * DAY, `${total / DAY} days`);
    });
  }

  it('keeps retrying a channel that may become available again', () => {
    assert.ok(waits('is_archived', false).length > 10);
  });

  it('waits as long as Slack asks', () => {
    const trouble = new SlackApiError('m', 'ratelimited', { retryAfterSeconds: 30 });
    assert.equal(refusalOf(trouble, direct).retryAt, NOW + 30_000);
  });

  it('starts over for new content after it had given up', () => {
    const before = { code: 'msg_too_long', attempts: 7, since: NOW - 9 * DAY, retryAt: null };
    const { attempts, since } = refusalOf(new SlackApiError('m', 'internal_error'), { ...direct, before });
    assert.deepEqual([attempts, since], [1, NOW]);
  });
});

describe('refusalOf, when the clock jumps ten days ahead', () => {
  it('does not give up a delivery after a few attempts', () => {
    const before = { code: 'no_answer', attempts: 5, since: NOW, retryAt: NOW };
    const tooFar = { ...direct, before, now: NOW + 10 * DAY };
    assert.notEqual(refusalOf(new SlackApiError('m', 'no_answer'), tooFar).retryAt, null);
  });
});

describe('isDue', () => {
  const message = {
    key: 'k',
    channel: 'D',
    ts: null,
    contentHash: 'old',
    permalink: null,
    postingSince: null,
  };
  const refusal = (code: string, retryAt: number | null) => ({ code, attempts: 1, since: NOW, retryAt });
  const at = (contentHash: string, isDirect = true) => ({ contentHash, isDirect, now: NOW });

  it('is true for content that was not refused, and from the time of the next attempt', () => {
    assert.equal(isDue({ ...message, refusal: null }, at('old')), true);
    assert.equal(isDue({ ...message, refusal: refusal('missing_scope', NOW) }, at('old')), true);
    assert.equal(isDue({ ...message, refusal: refusal('missing_scope', NOW + 1) }, at('new')), false);
  });

  it('is true if a clock that was ahead set an impossibly late next attempt', () => {
    assert.equal(isDue({ ...message, refusal: refusal('no_answer', NOW + 15 * MINUTE) }, at('old')), false);
    assert.equal(isDue({ ...message, refusal: refusal('no_answer', NOW + 60 * MINUTE) }, at('old')), true);
  });

  it('is true for content other than what was refused for good, unless its reader cannot be reached', () => {
    assert.equal(isDue({ ...message, refusal: refusal('msg_too_long', null) }, at('old')), false);
    assert.equal(isDue({ ...message, refusal: refusal('msg_too_long', null) }, at('new')), true);
    assert.equal(isDue({ ...message, refusal: refusal('user_disabled', null) }, at('new')), false);
    assert.equal(isDue({ ...message, refusal: refusal('is_archived', null) }, at('new', false)), true);
  });
});

describe('holdsUp', () => {
  const refusal = { code: 'internal_error', attempts: 1, since: NOW, retryAt: NOW };
  it('is true only for the first few attempts after a temporary error', () => {
    assert.equal(holdsUp(refusal), true);
    assert.equal(holdsUp({ ...refusal, attempts: 3 }), false);
    assert.equal(holdsUp({ ...refusal, code: 'missing_scope' }), false);
    assert.equal(holdsUp({ ...refusal, retryAt: null }), false);
  });
});
