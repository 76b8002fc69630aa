import { randomBytes } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { aboutOrder } from '../../../log.ts';
import { newOrder, type Order } from '../../../orders/order.ts';
import { Refusal } from '../../../orders/refusal.ts';
import type { OrderRequest } from '../../../orders/request.ts';
import { findOpenByName } from '../../../store/open-orders.ts';
import { changeOrder } from '../../../store/orders.ts';
import { refusalWords, withoutMarkup } from '../../surfaces/refusal-words.ts';
import {
  type FieldProblems,
  type RequestChange,
  readRequest,
  readRequestContext,
} from '../../surfaces/request-modal.ts';
import { answeredWithin } from '../answer-in-time.ts';
import type { Desk } from '../desk.ts';
import { whyNotOrder } from '../may-order.ts';
import { readerOf } from '../reader.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * The submitted order modal: a new order, or a failed one tried again with changes. Whatever is wrong is said in
 * the modal, which stays open with everything that was typed.
 */
export function submitRequest(desk: Desk) {
  return async ({ ack, body, view }: ViewArgs): Promise<void> => {
    const reader = readerOf(desk, body.user.id);
    const ask = async (): Promise<FieldProblems | null> => {
      const where = readRequestContext(view.private_metadata);
      if (!where) return { project_name: ({ words }) => words.requestProblems.damaged };
      const read = readRequest(view.state.values, desk.settings);
      if ('problems' in read) return read.problems;
      const channel = where.channel ?? read.channel;
      if (!channel) return { channel: ({ words }) => words.requestProblems.channelMissing };
      const whyNot = await answeredWithin(whyNotOrder(desk, body.user.id, channel), desk.timing.requesterMs);
      if (whyNot === undefined) return { project_name: ({ words }) => words.requestProblems.slackIsSlow };
      if (whyNot) return { [where.channel ? 'project_name' : 'channel']: whyNot };
      return where.change
        ? changeRequest(desk, where.change, body.user.id, read.request)
        : order(desk, channel, body.user.id, read.request);
    };
    const problems = await ask().catch((error: unknown): FieldProblems => {
      desk.log.error({ err: error, user: body.user.id }, 'a request failed');
      return { project_name: ({ words }) => words.requestProblems.notWritten };
    });
    if (!problems) return ack();
    const language = await reader;
    const errors = Object.fromEntries(
      Object.entries(problems).map(([field, text]) => [field, text(language)]),
    );
    await ack({ response_action: 'errors', errors });
  };
}

async function order(
  desk: Desk,
  channel: string,
  requester: string,
  request: OrderRequest,
): Promise<FieldProblems | null> {
  const asked = newOrder({
    id: `oc-${randomBytes(8).toString('hex')}`,
    requester,
    channel,
    request,
    now: desk.now(),
  });
  const taken = await aboutOrder(asked.id, () => desk.takeOn(asked));
  if (taken.outcome === 'name_taken') return nameTaken(taken.other);
  if (taken.outcome === 'cannot_post') {
    return { project_name: ({ words }) => words.requestProblems.cannotPost(taken) };
  }
  return null;
}

async function changeRequest(
  desk: Desk,
  { orderId, type }: RequestChange,
  by: string,
  request: OrderRequest,
): Promise<FieldProblems | null> {
  const event = { type, by, request } as const;
  const outcome = await aboutOrder(orderId, () => changeOrder(desk.db, orderId, event, desk.now()));
  if (!(outcome instanceof Refusal)) {
    desk.wake();
    return null;
  }
  desk.onRefused({ type, by, refusal: outcome });
  if (outcome.reason.kind === 'name_taken') {
    const other = await findOpenByName(desk.db, request.projectName);
    if (other) return nameTaken(other);
  }
  return { project_name: (reader) => withoutMarkup(refusalWords(outcome, reader), reader.words) };
}

function nameTaken(other: Order): FieldProblems {
  const { id, placed, request } = other;
  const facts = { id, name: request.projectName };
  return {
    project_name: ({ words: { requestProblems } }) =>
      placed
        ? requestProblems.nameOrdered({ ...facts, orderId: String(placed.orderId) })
        : requestProblems.nameTaken(facts),
  };
}
