import { decide, deciderOf, onClick } from '../clicks.ts';
import type { Desk } from '../desk.ts';

/** `It is …` and `None of these`: an approver says which OVHcloud order a lost checkout became. */
export function chooseOrder(desk: Desk) {
  return onClick(desk, async (click) => {
    const decider = await deciderOf(desk, click);
    const orderId = click.fingerprint === '' ? null : Number(click.fingerprint);
    await decide(desk, click, { type: 'choose_order', decider, orderId });
  });
}

/** `Stop looking`: an approver ends an order whose OVHcloud order cannot be found. */
export function giveUp(desk: Desk) {
  return onClick(desk, async (click) => {
    const decider = await deciderOf(desk, click);
    await decide(desk, click, { type: 'give_up', decider });
  });
}
