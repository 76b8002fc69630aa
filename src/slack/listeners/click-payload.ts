import { z } from 'zod';
import { type ButtonValue, readButtonValue, readMenuValue } from '../views/button-value.ts';

/** Slack's trigger, which opens one modal within three seconds of the click. */
type Trigger = { id: string; isUsed: boolean };

/** A click on a button, or a choice in a menu, once validated. */
export type Click = ButtonValue & {
  /** Their Slack ID in this workspace. */
  user: string;
  /** Where the message is; undefined for a button in the reader's own Home. */
  channel: string | undefined;
  threadTs: string | undefined;
  /** The message that was clicked; undefined where Slack does not name it. */
  messageTs: string | undefined;
  trigger: Trigger | null;
  responseUrl: string | undefined;
};

/** A decision needs a person and an order; what else is missing or malformed costs only an explanation. */
const payload = z.object({
  user: z.object({ id: z.string() }),
  actions: z
    .array(
      z.object({
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish().catch(null),
      }),
    )
    .min(1),
  channel: z.object({ id: z.string() }).nullish().catch(null),
  message: z.object({ ts: z.string().nullish(), thread_ts: z.string().nullish() }).nullish().catch(null),
  container: z
    .object({
      channel_id: z.string().nullish(),
      message_ts: z.string().nullish(),
      thread_ts: z.string().nullish(),
    })
    .nullish()
    .catch(null),
  trigger_id: z.string().min(1).nullish().catch(null),
  response_url: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(null),
});

/** Reads a click on a button, or a choice in a menu; null if it names no order. */
export function readClick(body: unknown): Click | null {
  const parsed = payload.safeParse(body);
  const clicked = parsed.success ? parsed.data.actions[0] : undefined;
  const chosen = readMenuValue(clicked?.selected_option?.value)?.value;
  const value = readButtonValue(clicked?.value ?? chosen);
  if (!parsed.success || !value) return null;
  const { user, channel, message, container, trigger_id: triggerId, response_url: responseUrl } = parsed.data;
  return {
    ...value,
    user: user.id,
    // In a Home some payloads have no channel, and others an empty one.
    channel: channel?.id || container?.channel_id || undefined,
    threadTs: message?.thread_ts ?? container?.thread_ts ?? undefined,
    messageTs: message?.ts ?? container?.message_ts ?? undefined,
    trigger: triggerId ? { id: triggerId, isUsed: false } : null,
    responseUrl: responseUrl ?? undefined,
  };
}
