import type { Order } from '../../orders/order.ts';
import { takesVoucher } from '../../orders/project-voucher.ts';
import { maskVoucher } from '../../orders/request.ts';
import { ACTIONS } from '../ids.ts';
import { type Blocks, button, buttons, context, escapeMrkdwn, section } from './blocks.ts';
import { buttonValue } from './button-value.ts';
import { failureText } from './failure-text.ts';
import type { RenderContext } from './render-context.ts';

/** Links to the first steps in a project that is ready, in the reader's language; empty where no pages are known. */
export function firstSteps(order: Order, ctx: RenderContext): string {
  const { project } = order;
  const { projectStart } = ctx.messages;
  const page = project ? ctx.projectPage(project.id) : null;
  const guide = ctx.guidePage?.(ctx.locale.split('-')[0] ?? 'en');
  const links = [
    ...(page
      ? [
          link(`${page}/users`, projectStart.users),
          link(`${page}/quota`, projectStart.quota),
          link(`${page}/ssh`, projectStart.sshKeys),
          link(`${page}/billing`, projectStart.billing),
        ]
      : []),
    ...(guide ? [link(guide, projectStart.guide)] : []),
  ];
  return links.length > 0 ? `${projectStart.firstSteps} ${links.join('  ·  ')}` : '';
}

/** What became of a voucher that was entered for the project; empty where there was none. For its requester alone. */
export function projectVoucherInWords({ projectVoucher }: Order, ctx: RenderContext): string {
  const { messages } = ctx;
  if (!projectVoucher) return '';
  const voucher = escapeMrkdwn(maskVoucher(projectVoucher.code));
  switch (projectVoucher.outcome) {
    case 'pending':
      return `:hourglass_flowing_sand: ${messages.projectStart.adding({ voucher })}`;
    case 'added':
      return `:white_check_mark: ${messages.projectStart.added({ voucher })}`;
    case 'refused': {
      const { what, toDo } = failureText(projectVoucher.failure, ctx);
      return `:warning: ${messages.projectStart.notAdded({ voucher })} ${what} ${toDo}`;
    }
  }
}

/** `Add voucher`, and what became of one: for the requester, where the app may do that and the project has none. */
export function projectVoucherBlocks(order: Order, ctx: RenderContext): Blocks {
  const { projectVoucher } = order;
  const { failureMessages, projectStart } = ctx.messages;
  const said = projectVoucherInWords(order, ctx);
  const queryId = projectVoucher?.outcome === 'refused' ? projectVoucher.failure.queryId : null;
  const value = buttonValue({ orderId: order.id, fingerprint: '' });
  return [
    ...(said ? [section(said)] : []),
    ...(queryId ? [context(failureMessages.support({ queryId }))] : []),
    ...(ctx.offersVoucher && takesVoucher(order)
      ? [buttons(button(ACTIONS.addVoucher, projectStart.addVoucher, { value }))]
      : []),
  ];
}

function link(url: string, label: string): string {
  return `<${escapeMrkdwn(url)}|${label}>`;
}
