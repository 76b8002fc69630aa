import { randomBytes } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { newOrder, type Order } from '../../../orders/order.ts';
import { Refusal } from '../../../orders/refusal.ts';
import type { OrderRequest } from '../../../orders/request.ts';
import { findOpenByName } from '../../../store/open-orders.ts';
import { changeOrder } from '../../../store/orders.ts';
import { type FieldErrors, readRequest, readRequestContext } from '../../surfaces/request-modal.ts';
import { answeredWithin } from '../answer-in-time.ts';
import type { Desk } from '../desk.ts';
import { whyNotOrder } from '../may-order.ts';

/** Slack wants its answer within three seconds; the first message of an order may take half of that. */
const LOOK_UP_MS = 1_200;

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * The submitted order modal: a new order, or a failed one tried again with changes. Whatever is wrong is said in
 * the modal, which stays open with everything that was typed.
 */
export function submitRequest(desk: Desk) {
  return async ({ ack, body, view, context }: ViewArgs): Promise<void> => {
    const ask = async (): Promise<FieldErrors | null> => {
      const where = readRequestContext(view.private_metadata);
      if (!where) return { project_name: 'This form is damaged: close it and type /order-cloud again.' };
      const read = readRequest(view.state.values);
      if ('errors' in read) return read.errors;
      const whyNot = await answeredWithin(whyNotOrder(desk, body.user.id, where.channel), LOOK_UP_MS);
      if (whyNot === undefined)
        return { project_name: 'Slack is slow at the moment. Nothing was ordered; please submit again.' };
      if (whyNot) return { project_name: whyNot };
      return where.orderId
        ? tryAgain(desk, where.orderId, body.user.id, read.request)
        : order(desk, where.channel, body.user.id, read.request);
    };
    const errors = await ask().catch((error: unknown): FieldErrors => {
      desk.log.error(
        { err: error, user: body.user.id, correlation: context.correlation },
        'a request failed',
      );
      return { project_name: 'That could not be written down. Nothing was ordered; please submit again.' };
    });
    await (errors ? ack({ response_action: 'errors', errors }) : ack());
  };
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
