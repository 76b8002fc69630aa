import { decide, deciderOf, onClick } from '../clicks.ts';
import type { Desk } from '../desk.ts';

/** `Approve`: counts for the quote that the person saw, if they are an approver at this moment. */
export function approve(desk: Desk) {
  return onClick(desk, async (click) => {
    const { rules } = desk.settings;
    const decider = await deciderOf(desk, click);
    await decide(desk, click, { type: 'approve', decider, fingerprint: click.fingerprint, rules });
  });
}
