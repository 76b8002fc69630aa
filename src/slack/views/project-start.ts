import type { Order } from '../../orders/order.ts';
import { maskVoucher } from '../../orders/voucher.ts';
import { supportReference } from './failure-messages.ts';
import { failureText } from './failure-text.ts';
import { link, typed } from './markup.ts';
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

/** The outcome of a voucher that was entered for the project; empty if there was none. For its requester alone. */
export function projectVoucherText({ projectVoucher }: Order, ctx: RenderContext): string {
  const { messages } = ctx;
  if (!projectVoucher) return '';
  const voucher = typed(maskVoucher(projectVoucher.code));
  switch (projectVoucher.outcome) {
    case 'pending':
      return `:hourglass_flowing_sand: ${messages.projectStart.adding({ voucher })}`;
    case 'added':
      return `:white_check_mark: ${messages.projectStart.added({ voucher })}`;
    case 'refused': {
      const { failure } = projectVoucher;
      const { what, toDo } = failureText(failure, ctx);
      const said = `:warning: ${messages.projectStart.notAdded({ voucher })} ${what} ${toDo}`;
      return [said, supportReference(failure, messages)].filter(Boolean).join(' ');
    }
  }
}
