import type { Order, ProjectVoucher } from './order.ts';
import { maskVoucher } from './voucher.ts';

/** Whether a voucher may be added to the order's project: it exists, and has had no voucher so far. */
export function takesVoucher({ state, project, request, projectVoucher }: Order): boolean {
  if (state !== 'ready' || !project || request.voucher !== null) return false;
  return !projectVoucher || projectVoucher.outcome === 'refused';
}

/** Whether a voucher waits for OVHcloud's answer. */
export function isVoucherPending({ projectVoucher }: Order): boolean {
  return projectVoucher?.outcome === 'pending';
}

/** The voucher with its code masked, once it is no longer needed; if it never got an answer, it counts as refused. */
export function withoutCode(voucher: ProjectVoucher): ProjectVoucher {
  const code = maskVoucher(voucher.code);
  if (voucher.outcome !== 'pending') return { ...voucher, code };
  return { code, at: voucher.at, outcome: 'refused', failure: { kind: 'ovh_unavailable' } };
}
