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
