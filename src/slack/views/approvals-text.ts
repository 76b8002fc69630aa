import { countedApprovers } from '../../orders/approval-policy.ts';
import type { Approval, Order } from '../../orders/order.ts';
import type { Language } from '../i18n/catalogue.ts';
import { formatList } from '../i18n/grammar.ts';
import { mention, slackDate } from './blocks.ts';
import type { RenderContext } from './render-context.ts';

/** Who has approved the current quote, and when; empty if no one has. */
export function approvalsOf(order: Order, language: Language): string {
  const given = order.approvals.filter(({ fingerprint }) => fingerprint === order.fingerprint);
  return formatList(
    language.locale,
    given.map((approval) => approvalText(order, approval, language)),
  );
}

/** An approval of the requester's own order is marked as one. */
function approvalText({ requester }: Order, { by, at }: Approval, language: Language): string {
  const { approvedBy, ownOrder } = language.messages.approval;
  const said = approvedBy({ by: mention(by), at: slackDate(at, language) });
  return by === requester ? ownOrder({ approval: said }) : said;
}

/** How many approvals there are of how many, by whom, and who is pending. */
export function progressOf(order: Order, ctx: RenderContext): string {
  const { waitingFor } = ctx.messages.approval;
  const pending = (ctx.pendingApprovers ?? ctx.approvers).map(mention);
  const waiting = pending.length > 0 ? waitingFor({ pending: formatList(ctx.locale, pending) }) : '';
  return capitalized([approvalsSoFar(order, ctx), waiting].filter(Boolean).join(' · '), ctx);
}

/** With a capital first letter, for a line of its own. */
function capitalized(line: string, { locale }: Language): string {
  return line.charAt(0).toLocaleUpperCase(locale) + line.slice(1);
}

/** Empty if one approval is enough and there is none. */
function approvalsSoFar(order: Order, ctx: RenderContext): string {
  const { noneYet, soFar } = ctx.messages.approval;
  const required = ctx.approvalsRequired;
  const given = countedApprovers(order).length;
  if (given > 0) return soFar({ given, required, approvals: approvalsOf(order, ctx) });
  return required > 1 ? noneYet({ required }) : '';
}

/** What remains of the question to the approvers: `closing`, and the approvals given before it. */
export function decidedText(order: Order, ctx: RenderContext, closing?: string): string {
  const { approval } = ctx.messages;
  const given = countedApprovers(order).length;
  if (given >= ctx.approvalsRequired && given > 0) {
    const approved = `:white_check_mark: ${approval.approved({ approvals: approvalsOf(order, ctx) })}`;
    return `${approved} ${closing ?? approval.seeBelow}`;
  }
  const ending = closing ?? `:arrows_counterclockwise: ${approval.noLonger}`;
  return given > 0 ? `${ending} ${approvalsSoFar(order, ctx)}.` : ending;
}
