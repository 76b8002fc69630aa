import { randomBytes } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { newOrder, type Order } from '../../../orders/order.ts';
import { Refusal } from '../../../orders/refusal.ts';
import type { OrderRequest } from '../../../orders/request.ts';
import { findOpenByName } from '../../../store/open-orders.ts';
import { changeOrder } from '../../../store/orders.ts';
import { type FieldErrors, readRequest, readRequestContext } from '../../surfaces/request-modal.ts';
import type { Desk } from '../desk.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * The submitted order modal: a new order, or a failed one tried again with changes. Whatever is wrong is said in
 * the modal, which stays open with everything that was typed.
 */
export function submitRequest(desk: Desk) {
  return async ({ ack, body, view, context }: ViewArgs): Promise<void> => {
    const refuse = (errors: FieldErrors) => ack({ response_action: 'errors', errors });
    try {
      const where = readRequestContext(view.private_metadata);
      if (!where)
        return await refuse({ project_name: 'This form is damaged: close it and type /order-cloud again.' });
      const read = readRequest(view.state.values);
      if ('errors' in read) return await refuse(read.errors);
      const whyNot = await whyNotOrder(desk, body.user.id, where.channel);
      if (whyNot) return await refuse({ project_name: whyNot });

      const errors = where.orderId
        ? await tryAgain(desk, where.orderId, body.user.id, read.request)
        : await order(desk, where.channel, body.user.id, read.request);
      await (errors ? refuse(errors) : ack());
    } catch (error) {
      desk.log.error(
        { err: error, user: body.user.id, correlation: context.correlation },
        'a request failed',
      );
      await refuse({
        project_name: 'That could not be written down. Nothing was ordered; please submit again.',
      });
    }
  };
}

async function whyNotOrder(desk: Desk, user: string, channel: string): Promise<string | null> {
  const { channels, requesters, teamId } = desk.settings;
  if (channels.length > 0 && !channels.includes(channel)) return 'Orders are not placed in this channel.';
  if (requesters.length > 0) {
    const allowed = await desk.people.isAmong(user, requesters);
    return allowed ? null : 'You are not among the people who may order. Ask one of them to do it.';
  }
  const person = await desk.people.person(user);
  const isOurs = person.teamId === null || person.teamId === teamId;
  return person.isFullMember && isOurs
    ? null
    : 'Only full members of this workspace may order. Ask one of them.';
}

async function order(
  desk: Desk,
  channel: string,
  requester: string,
  request: OrderRequest,
): Promise<FieldErrors | null> {
  const asked = newOrder({
    id: `oc-${randomBytes(8).toString('hex')}`,
    requester,
    channel,
    request,
    now: desk.now(),
  });
  const taken = await desk.takeOn(asked);
  if (taken.outcome === 'name_taken') return nameTaken(taken.other);
  if (taken.outcome === 'cannot_post') {
    return {
      project_name:
        `The app cannot write in this channel (${taken.slackError}). Type /invite @order-cloud there, ` +
        'then submit again: what you typed stays here.',
    };
  }
  return null;
}

async function tryAgain(
  desk: Desk,
  orderId: string,
  by: string,
  request: OrderRequest,
): Promise<FieldErrors | null> {
  const outcome = await changeOrder(desk.db, orderId, { type: 'try_again', by, request }, desk.now());
  if (!(outcome instanceof Refusal)) {
    desk.wake();
    return null;
  }
  if (outcome.reason.kind === 'name_taken') {
    const other = await findOpenByName(desk.db, request.projectName);
    if (other) return nameTaken(other);
  }
  if (outcome.reason.kind === 'not_the_requester')
    return { project_name: 'Only the requester can try this again.' };
  return { project_name: 'This order was tried again already: see its thread.' };
}

function nameTaken(other: Order): FieldErrors {
  const name = other.request.projectName;
  return {
    project_name: `There is an open order for the project “${name}” already (order ${other.id}). Use another name, or wait for that order to end.`,
  };
}
