import { approversOf } from '../../../orders/policy.ts';
import { type Click, clickedOrder, decide, deciderOf, onClick } from '../clicks.ts';
import type { Desk } from '../desk.ts';

/** `Approve`: counts for the quote that the person saw, if they are an approver at this moment. */
export function approve(desk: Desk) {
  return onClick(desk, async (click) => {
    const { rules } = desk.settings;
    const [decider, lost] = await Promise.all([deciderOf(desk, click), formerApprovers(desk, click)]);
    await decide(desk, click, { type: 'approve', decider, fingerprint: click.fingerprint, rules, lost });
  });
}

/** Who approved before and is an approver no more: what they said no longer counts. */
async function formerApprovers(desk: Desk, click: Click): Promise<string[]> {
  const order = await clickedOrder(desk, click);
  const given = order ? approversOf(order) : [];
  const isStill = await Promise.all(given.map((id) => desk.people.isAmong(id, desk.settings.approvers)));
  return given.filter((_, index) => !isStill[index]);
}
