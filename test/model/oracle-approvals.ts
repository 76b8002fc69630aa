import { APPROVERS_AT_FIRST } from './history.ts';
import { goodsInWords, type Outcome } from './oracle.ts';
import type { JournalEntry, Sale } from './sales.ts';

const HOUR = 3_600_000;
/** No step takes longer, from the look at who is an approver to the checkout. */
const LONGEST_STEP_MS = 2 * HOUR;

/** After these, no approval given before counts. */
const VOIDING = ['requested', 'edited', 'retried', 'rejected', 'cancelled', 'approval_expired', 'failed'];

/** Sales that were not approved as they are, by enough people who might and in time. */
export function brokenApprovals(outcome: Outcome): string[] {
  const own = outcome.sales.filter((sale) => sale.orderId !== null);
  return own.flatMap((sale) => {
    const approvers = approversOf(sale, outcome);
    const bought = `${sale.orderId} was sold as ${goodsInWords(sale.goods)}`;
    return approvers.size < outcome.required ? [`${bought}, approved by ${[...approvers].join()}`] : [];
  });
}

/** The people whose approval of exactly what was sold stood when its checkout was sent. */
function approversOf(sale: Sale, outcome: Outcome): Set<string> {
  const { asked, clicks } = outcome;
  const { checkout } = sale;
  const requester = asked.find(({ id }) => id === sale.orderId)?.requester;
  const journal = checkout?.journal ?? [];
  const sent = journal.findLastIndex(
    ({ type, after }) => type === 'checkout_started' && after.checkoutAttempt?.cartId === checkout?.cartId,
  );
  const before = journal.slice(0, Math.max(sent, 0));
  const voided = before.findLastIndex(
    (entry, index) => VOIDING.includes(entry.type) || isOtherQuote(entry, before.slice(0, index)),
  );
  const standing = before.slice(Math.max(voided, 0));
  const until = standing.find(({ type }) => type === 'quote_received')?.after.validUntil ?? 0;
  const isInTime = (journal[sent]?.at ?? until) < until;
  const approvals = standing.filter(
    (entry, index) =>
      entry.type === 'approved' && entry.at < until && isInTime && !isLost(entry.by, standing.slice(index)),
  );
  const counting = approvals.filter(({ by, at }) =>
    clicks.some(
      (click) =>
        click.orderId === sale.orderId &&
        click.by === by &&
        click.at === at &&
        click.entitled &&
        click.by !== requester &&
        click.read === goodsInWords(sale.goods) &&
        wasMember(click.by, checkout?.at ?? 0, outcome),
    ),
  );
  return new Set(counting.flatMap(({ by }) => by ?? []));
}

/** Whether a quote asked for new approvals: its terms are others, or the cart had been changed. */
function isOtherQuote({ type, before, after }: JournalEntry, earlier: JournalEntry[]): boolean {
  if (type !== 'quote_received') return false;
  const last = earlier.findLast((entry) => entry.type === 'quote_received');
  const told = after.timeline.slice(before?.timeline.length ?? 0);
  return (
    JSON.stringify(after.quote) !== JSON.stringify(last?.after.quote) ||
    told.some(({ kind }) => kind === 'cart_changed')
  );
}

/** Whether an approval was taken back, or dropped, by what happened since. */
function isLost(by: string | null, since: JournalEntry[]): boolean {
  return since.some(
    (entry) =>
      (entry.type === 'approval_withdrawn' && entry.by === by) ||
      !entry.after.approvals.some((approval) => approval.by === by),
  );
}

/** Whether someone was an approver within the longest time that the step of a checkout takes. */
function wasMember(who: string, at: number, { membership }: Outcome): boolean {
  const own = membership.filter((change) => change.who === who && change.at <= at);
  const isNow = own.at(-1)?.isMember ?? (APPROVERS_AT_FIRST as readonly string[]).includes(who);
  return isNow || at - (own.at(-1)?.at ?? 0) < LONGEST_STEP_MS;
}
