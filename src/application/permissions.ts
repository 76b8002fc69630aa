import {
  approvalDenialReason,
  rejectionDenialReason,
  requesterDenialReason,
} from '../orders/approval-policy.ts';
import { Denial, type DenialReason, invalidState } from '../orders/denial.ts';
import type { OrderEvent } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';
import type { ApplicationContext } from './context.ts';
import { actorFor, type Person } from './decide.ts';

type FormContext = Pick<ApplicationContext, 'people' | 'config' | 'onDenied'>;

/**
 * Why a form that only the requester may open does not open, which is reported, or null. `isPossible`: the order's state
 * allows what the form is for.
 */
export function requesterFormDenial(
  ctx: Pick<FormContext, 'onDenied'>,
  order: Order,
  { type, by, isPossible }: { type: OrderEvent['type']; by: string; isPossible: boolean },
): Denial | null {
  const reason = requesterDenialReason(order, by) ?? (isPossible ? null : invalidState);
  return reason && denied(ctx, order, { type, by, reason });
}

/** Why the form for a rejection's reason does not open, which is reported, or null. Throws like People. */
export async function rejectionFormDenial(
  ctx: FormContext,
  order: Order,
  person: Person,
): Promise<Denial | null> {
  const reason =
    order.state === 'awaiting_approval' ? rejectionDenialReason(await actorFor(ctx, person)) : invalidState;
  return reason && denied(ctx, order, { type: 'rejected', by: person.by, reason });
}

/** Reports a denied click. */
function denied(
  { onDenied }: Pick<FormContext, 'onDenied'>,
  order: Order,
  { type, by, reason }: { type: OrderEvent['type']; by: string; reason: DenialReason },
): Denial {
  const denial = new Denial(reason, order);
  onDenied({ type, by, denial });
  return denial;
}

/** Whether a person may approve the quote with this fingerprint at this moment. Throws like People. */
export async function mayApprove(
  ctx: Pick<FormContext, 'people' | 'config'>,
  order: Order,
  { person, fingerprint }: { person: Person; fingerprint: string },
): Promise<boolean> {
  if (order.state !== 'awaiting_approval' || order.fingerprint !== fingerprint) return false;
  return approvalDenialReason(order, await actorFor(ctx, person), ctx.config.rules) === null;
}

/** Whether a person may see an order's payment link: its requester, or an approver at this moment. Throws like People. */
export async function maySeePaymentLink(
  ctx: Pick<FormContext, 'people' | 'config'>,
  order: Order,
  person: Person,
): Promise<boolean> {
  return person.by === order.requester || (await actorFor(ctx, person)).isApprover;
}
