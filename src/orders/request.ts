import { charactersOf } from './typed-text.ts';

/** What the requester typed into the modal. */
export type OrderRequest = {
  projectName: string;
  voucher: string | null;
  reason: string | null;
  /** What the project may cost in a month, in whole units of the account's currency; null: there is no budget. */
  budget: number | null;
  /** True only if the requester ticked the waiver of the 14-day right of withdrawal. */
  waiveWithdrawal: boolean;
};

/** A part of the request, as an edit names it. */
export type ChangedField = keyof OrderRequest;

/** What an edit changes, in the form's order. */
export function changedFields(before: OrderRequest, after: OrderRequest): ChangedField[] {
  const fields = ['projectName', 'voucher', 'reason', 'budget', 'waiveWithdrawal'] as const;
  return fields.filter((field) => (before[field] ?? null) !== (after[field] ?? null));
}

const MASK = '••••';

/** Shows that there is a voucher, not which: `••••42`. */
export function maskVoucher(voucher: string): string {
  if (voucher.startsWith(MASK)) return voucher;
  const characters = [...charactersOf(voucher)];
  return characters.length > 6 ? `${MASK}${characters.slice(-2).join('')}` : MASK;
}
