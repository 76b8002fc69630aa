import { type DenialReason, invalidState } from '../denial.ts';
import type { Order, ProjectVoucher } from '../order.ts';
import { takesVoucher } from '../project-voucher.ts';
import type { Time } from '../time.ts';
import { maskVoucher } from '../voucher.ts';
import type { EventOf, Rules } from './rule.ts';

/** A voucher for a ready project: the requester enters it, and OVHcloud accepts or refuses it. */
export const projectVoucherRules: Rules<'voucher_entered' | 'voucher_added' | 'voucher_refused'> = {
  voucher_entered: { from: ['ready'], to: entered },
  voucher_added: { from: ['ready'], to: (order) => decided(order, { outcome: 'added' }) },
  voucher_refused: {
    from: ['ready'],
    to: (order, { failure }) => decided(order, { outcome: 'refused', failure }),
  },
};

function entered(order: Order, { by, code }: EventOf<'voucher_entered'>, now: Time): Order | DenialReason {
  if (by !== order.requester) return { kind: 'not_the_requester' };
  if (!takesVoucher(order)) return invalidState;
  return { ...order, projectVoucher: { code, at: now, outcome: 'pending' } };
}

type Outcome =
  | Pick<Extract<ProjectVoucher, { outcome: 'refused' }>, 'outcome' | 'failure'>
  | { outcome: 'added' };

function decided(order: Order, outcome: Outcome): Order | DenialReason {
  const { projectVoucher } = order;
  if (projectVoucher?.outcome !== 'pending') return invalidState;
  const { code, at } = projectVoucher;
  return { ...order, projectVoucher: { code: maskVoucher(code), at, ...outcome } };
}
