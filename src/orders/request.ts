import { charactersOf } from './typed-text.ts';

/** What the requester typed into the modal. */
export type OrderRequest = {
  projectName: string;
  voucher: string | null;
  reason: string | null;
  /** True only if the requester ticked the waiver of the 14-day right of withdrawal. */
  waiveWithdrawal: boolean;
};

/** A part of the request, as an edit names it. */
export type ChangedField = keyof OrderRequest;

/** What an edit changes, in the form's order. */
export function changedFields(before: OrderRequest, after: OrderRequest): ChangedField[] {
  const fields = ['projectName', 'voucher', 'reason', 'waiveWithdrawal'] as const;
  return fields.filter((field) => before[field] !== after[field]);
}

const MASK = '••••';

/** Shows that there is a voucher, not which: `••••42`. */
export function maskVoucher(voucher: string): string {
  if (voucher.startsWith(MASK)) return voucher;
  const characters = [...charactersOf(voucher)];
  return characters.length > 6 ? `${MASK}${characters.slice(-2).join('')}` : MASK;
}
