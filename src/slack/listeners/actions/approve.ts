import { decide, onClick } from '../clicks.ts';
import type { Desk } from '../desk.ts';

/** `Approve`: counts for the quote that the person saw, if they are an approver at this moment. */
export function approve(desk: Desk) {
  return onClick(desk, async (click) => {
    const { approvers, rules } = desk.settings;
    const decider = { id: click.user, isApprover: await desk.people.isAmong(click.user, approvers) };
    await decide(desk, click, { type: 'approve', decider, fingerprint: click.fingerprint, rules });
  });
}
