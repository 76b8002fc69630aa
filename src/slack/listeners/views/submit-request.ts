import { createHash } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { aboutOrder } from '../../../log.ts';
import { lastInStory, newOrder, type Order } from '../../../orders/order.ts';
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
        : order(desk, view.id, { channel, requester: body.user.id, request: read.request });
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
  viewId: string,
  asked: { channel: string; requester: string; request: OrderRequest },
  attempt = 1,
): Promise<FieldProblems | null> {
  const id = submissionId(viewId, attempt);
  const now = desk.now();
  const taken = await aboutOrder(id, () => desk.takeOn(newOrder({ id, ...asked, now })));
  if (taken.outcome === 'submitted_before') {
    // The form stayed open because Slack took no message of that order: this is another try.
    return wasRefusedByChannel(taken.existing) ? order(desk, viewId, asked, attempt + 1) : null;
  }
  if (taken.outcome === 'name_taken') return nameTaken(taken.other);
  if (taken.outcome === 'cannot_post') {
    return { project_name: ({ words }) => words.requestProblems.cannotPost(taken) };
  }
  return null;
}

/** The same submission gives the same order, however often it is delivered. */
function submissionId(viewId: string, attempt: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([viewId, attempt]))
    .digest('hex');
  return `oc-${digest.slice(0, 16)}`;
}

function wasRefusedByChannel(order: Order): boolean {
  const last = lastInStory(order);
  return last?.kind === 'failed' && last.failure.kind === 'cannot_post';
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
