import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createLog } from '../../src/observability/log.ts';
import { SlackApiError } from '../../src/slack/client/errors.ts';
import { changeOrder } from '../../src/store/change-order.ts';
import { openDatabase } from '../../src/store/database.ts';
import { insertOrder, loadOrder } from '../../src/store/orders.ts';
import { startApproverReview } from '../../src/worker/review-approvers.ts';
import { approve, NOW, order, quoted, RULES } from '../orders/samples.ts';

describe('an order awaiting approval while a user group changes', () => {
  it('mentions its new members, even if Slack cannot say whether the people who approved still may', async (t) => {
    const db = await openDatabase('sqlite::memory:');
    t.after(() => db.destroy());
    const asked = order();
    await insertOrder(db, asked, { owner: 'me', forMs: 0 });
    const clock = { db, now: () => NOW };
    await changeOrder(clock, asked.id, quoted());
    const waiting = await loadOrder(db, asked.id);
    assert.ok(waiting);
    await changeOrder(clock, asked.id, approve(waiting.order, 'U0APP1', { ...RULES, required: 2 }));
    const ctx = {
      ...clock,
      log: createLog('silent'),
      reminderRecipients: async () => ['U0APP1', 'U0NEW'],
      currentApprovers: async () => {
        throw new SlackApiError('usergroups.users.list', 'missing_scope');
      },
    };
    const { review, stop } = startApproverReview(ctx, () => undefined);
    t.after(stop);
    await review();
    const after = (await loadOrder(db, asked.id))?.order;
    assert.deepEqual(after?.askedApprovers, ['U0APP1', 'U0NEW']);
    assert.equal(after.approvals.length, 1, 'it is checked again before the checkout');
  });

  it('mentions its new members within five minutes, and no longer counts a former member’s approval', async (t) => {
    const db = await openDatabase('sqlite::memory:');
    t.after(() => db.destroy());
    const asked = order();
    await insertOrder(db, asked, { owner: 'me', forMs: 0 });
    const clock = { db, now: () => NOW };
    const called = { asked: ['U0APP1', 'U0APP2'] };
    await changeOrder(clock, asked.id, Object.assign(quoted(), called));
    const waiting = await loadOrder(db, asked.id);
    assert.ok(waiting);
    await changeOrder(clock, asked.id, approve(waiting.order, 'U0APP1', { ...RULES, required: 2 }));

    t.mock.timers.enable({ apis: ['setInterval'] });
    let members = ['U0APP1', 'U0APP2'];
    let changes = 0;
    const ctx = {
      ...clock,
      log: createLog('silent'),
      reminderRecipients: async () => members,
      currentApprovers: async (ids: string[]) => ids.filter((id) => members.includes(id)),
    };
    const { review, stop } = startApproverReview(ctx, () => {
      changes += 1;
    });
    t.after(stop);
    await review();
    assert.equal(changes, 0, 'nothing has changed');
    members = ['U0APP2', 'U0NEW'];
    t.mock.timers.tick(299_999);
    await pause(50);
    assert.equal(changes, 0);
    t.mock.timers.tick(1);
    for (let waits = 0; changes === 0 && waits < 200; waits += 1) await pause(10);
    const after = (await loadOrder(db, asked.id))?.order;
    assert.deepEqual([changes, after?.askedApprovers, after?.approvals], [1, members, []]);
    const news = after?.timeline.filter(({ kind }) => kind === 'approvers_called');
    assert.match(JSON.stringify(news), /"people":\["U0NEW"\]/);
  });
});
