import type { Order } from '../../src/orders/order.ts';
import type { StoredOrder } from '../../src/store/rows.ts';
import { brokenApprovals } from './oracle-approvals.ts';
import { brokenCheckouts } from './oracle-checkouts.ts';
import { brokenEnds } from './oracle-ends.ts';
import type { Checkout, Goods, JournalEntry, Sale } from './sales.ts';

/** A click on Approve: whether the person was an approver at that moment, and what the message offered. */
export type Click = { orderId: string; by: string; at: number; entitled: boolean; read: string | null };

/** All that is left of a history. Times are OVHcloud's, but for `at` of clicks and journals: these are the app's. */
export type Outcome = {
  required: number;
  asked: { id: string; requester: string }[];
  clicks: Click[];
  /** Who became an approver, or ceased to be one. */
  membership: { who: string; isMember: boolean; at: number }[];
  /** When a copy of the database was restored. */
  restores: number[];
  sales: Sale[];
  checkouts: Checkout[];
  /** What has happened to each order, as far as the database knows it. */
  journals: Map<string, JournalEntry[]>;
  /** The orders some minutes after the last fault. */
  soon: StoredOrder[];
  /** The orders hours after it, and the carts then left at OVHcloud that were not sold. */
  rested: StoredOrder[];
  cartsLeft: { description: string }[];
  /** The orders whose carts went by themselves. */
  cartsLost: Set<string>;
  /** Whether a process made calls without end while no time passed. */
  runInCircles: boolean;
  /** The orders days later, when no one can decide any more. */
  ended: StoredOrder[];
  endedAt: number;
};

/** What an order as it stands would buy, in the words in which OVHcloud's sales are compared. */
export function goodsOf({ request, quote }: Order): string {
  return goodsInWords({
    ...{ name: request.projectName, voucher: request.voucher, waiver: request.waiveWithdrawal },
    ...{ autoPay: quote?.autoPay ?? false, ucents: quote?.withTax.ucents ?? Number.NaN },
    contracts: quote?.contracts.map((contract) => contract.digest) ?? [],
    ...{ quantity: quote?.quantity ?? 0, items: 1 },
  });
}

/** Every way in which an outcome breaks the promise; none if all is well. */
export function brokenPromises(outcome: Outcome): string[] {
  return [
    ...(outcome.runInCircles ? ['a process ran in circles'] : []),
    ...brokenApprovals(outcome),
    ...brokenCheckouts(outcome),
    ...brokenEnds(outcome),
  ];
}

/** Goods as one string. */
export function goodsInWords({ name, voucher, waiver, autoPay, ucents, ...rest }: Goods): string {
  const { contracts, quantity, items } = rest;
  return JSON.stringify([name, voucher, waiver, autoPay, ucents, contracts, quantity, items]);
}
