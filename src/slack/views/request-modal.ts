import { z } from 'zod';
import { MOST_BUDGET } from '../../orders/budget.ts';
import { toProjectName } from '../../orders/project-name.ts';
import type { OrderRequest } from '../../orders/request.ts';
import { containsInvisibleCharacters, toCleanText, truncate } from '../../orders/typed-text.ts';
import type { Language, LocalizedText, Messages } from '../i18n/catalogue.ts';
import { VIEWS } from '../ids.ts';
import { context, type ModalView } from './blocks.ts';
import { typed } from './markup.ts';
import { isVoucherCode } from './voucher-code.ts';

/**
 * Where the modal's order belongs; without a channel the modal asks for it. `change` when the modal changes an order
 * that is there instead of making one.
 */
export type RequestContext = { channel?: string | undefined; change?: RequestChange | undefined };

/** A change of an order's request: before it is approved, or after OVHcloud refused it. */
export type RequestChange = { orderId: string; type: 'edited' | 'retried' };

/** The problem of each field that has one, by block id. */
export type FieldProblems = Partial<Record<(typeof FIELDS)[keyof typeof FIELDS], LocalizedText>>;

/** The block ids (and action ids) of the modal's fields. */
export const FIELDS = {
  channel: 'channel',
  projectName: 'project_name',
  voucher: 'voucher',
  reason: 'reason',
  budget: 'budget',
  withdrawal: 'withdrawal',
} as const;

const WAIVE = 'waive';

/** Slack takes no longer text into an input. */
const LONGEST_INPUT = 3000;
/** What Slack makes of an emoji in a slash command, such as `:rocket:`. */
const EMOJI_CODE = /(?<![\w:]):[a-z0-9_'+-]*[a-z+-][a-z0-9_'+-]*:(?![\w:])/;

/** What the form asks for beside name, voucher and reason. */
type FormTerms = {
  autoPay: boolean;
  channels: readonly string[];
  hasWaiver: boolean;
  /** Whether it asks for a monthly budget. */
  budget: 'off' | 'optional' | 'required';
};

/** The modal that asks for an order: name, voucher, reason and, where there are such, a budget and the right of withdrawal. */
export function requestModal(
  requestContext: RequestContext,
  filled: Partial<OrderRequest>,
  terms: FormTerms,
  { messages: { requestForm: form, budget }, app }: Language,
): ModalView {
  const purpose = requestContext.change?.type ?? 'order';
  return {
    type: 'modal',
    callback_id: VIEWS.request,
    private_metadata: JSON.stringify(requestContext),
    title: plain({ order: form.title, edited: form.titleEdit, retried: form.titleAgain }[purpose]),
    submit: plain({ order: form.submit, edited: form.submitEdit, retried: form.submitAgain }[purpose]),
    close: plain(form.close),
    blocks: [
      ...(app.label ? [context(`*${typed(app.name)}*`)] : []),
      context(
        purpose === 'edited'
          ? form.introEdit
          : `${terms.autoPay ? form.introAutoPay : form.intro} ${form.shown}`,
      ),
      ...(requestContext.channel ? [] : [channelField(form, terms.channels)]),
      {
        type: 'input',
        block_id: FIELDS.projectName,
        label: plain(form.projectName),
        ...(EMOJI_CODE.test(filled.projectName ?? '') && { hint: plain(form.emojiHint) }),
        element: {
          type: 'plain_text_input',
          action_id: FIELDS.projectName,
          ...initial(filled.projectName),
          focus_on_load: !filled.projectName,
        },
      },
      {
        type: 'input',
        block_id: FIELDS.voucher,
        optional: true,
        label: plain(form.voucher),
        element: { type: 'plain_text_input', action_id: FIELDS.voucher, ...initial(filled.voucher) },
      },
      {
        type: 'input',
        block_id: FIELDS.reason,
        optional: true,
        label: plain(form.reason),
        hint: plain(form.reasonHint),
        element: {
          type: 'plain_text_input',
          action_id: FIELDS.reason,
          multiline: true,
          // Our limit is in characters, Slack's is not: an edit must get back what was accepted.
          max_length: LONGEST_INPUT,
          ...initial(filled.reason),
        },
      },
      ...(terms.budget === 'off' ? [] : [budgetField(budget, filled.budget ?? null, terms.budget)]),
      ...(terms.hasWaiver ? [withdrawalField(form, filled.waiveWithdrawal ?? false)] : []),
    ],
  };
}

/** Unless CHANNELS lists them, channels that are shared with another organisation are not offered: it would read the order. */
function channelField(form: Messages['requestForm'], channels: readonly string[]) {
  const [first] = channels;
  return {
    type: 'input' as const,
    block_id: FIELDS.channel,
    label: plain(form.channel),
    hint: plain(form.channelHint),
    element: {
      type: 'conversations_select' as const,
      action_id: FIELDS.channel,
      filter: {
        include: ['public' as const, 'private' as const],
        exclude_bot_users: true,
        ...(channels.length === 0 && { exclude_external_shared_channels: true }),
      },
      ...(first ? { initial_conversation: first } : { default_to_current_conversation: true }),
    },
  };
}

function budgetField(said: Messages['budget'], budget: number | null, mode: 'optional' | 'required') {
  return {
    type: 'input' as const,
    block_id: FIELDS.budget,
    optional: mode === 'optional',
    label: plain(said.label),
    hint: plain(said.hint),
    element: {
      type: 'plain_text_input' as const,
      action_id: FIELDS.budget,
      ...initial(budget === null ? null : String(budget)),
    },
  };
}

function withdrawalField(form: Messages['requestForm'], isTicked: boolean) {
  const waiver = { text: plain(form.waive), value: WAIVE };
  return {
    type: 'input' as const,
    block_id: FIELDS.withdrawal,
    optional: true,
    label: plain(form.withdrawal),
    hint: plain(form.withdrawalHint),
    element: {
      type: 'checkboxes' as const,
      action_id: FIELDS.withdrawal,
      options: [waiver],
      ...(isTicked ? { initial_options: [waiver] } : {}),
    },
  };
}

const text = z.object({ value: z.string().nullish() });
/** Whether something is the id of a channel, a private one or a direct message. */
export function isChannelId(id: unknown): boolean {
  return channelId.safeParse(id).success;
}

const channelId = z.string().regex(/^[CDG][A-Z0-9]{1,30}$/);
const submission = z.object({
  [FIELDS.channel]: z
    .object({ [FIELDS.channel]: z.object({ selected_conversation: channelId.nullish() }) })
    .optional(),
  [FIELDS.projectName]: z.object({ [FIELDS.projectName]: text }),
  [FIELDS.voucher]: z.object({ [FIELDS.voucher]: text }).optional(),
  [FIELDS.reason]: z.object({ [FIELDS.reason]: text }).optional(),
  [FIELDS.budget]: z.object({ [FIELDS.budget]: text }).optional(),
  [FIELDS.withdrawal]: z
    .object({
      [FIELDS.withdrawal]: z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() }),
    })
    .optional(),
});

const contextSchema = z.object({
  channel: channelId.optional(),
  change: z
    .object({ orderId: z.string().regex(/^[\w-]{1,64}$/), type: z.enum(['edited', 'retried']) })
    .optional(),
});

/** Reads the modal's private_metadata; null if somebody tampered with it. */
export function readRequestContext(metadata: string): RequestContext | null {
  try {
    return contextSchema.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}

/**
 * Reads a submitted modal (`view.state.values`): the request, or a problem for each field that is wrong. Without a
 * right of withdrawal to give up, a tick that says so counts for nothing; nor does a budget while budgets are off.
 */
export function readRequest(
  values: unknown,
  { hasWaiver, budget: mode }: Pick<FormTerms, 'hasWaiver' | 'budget'>,
): { request: OrderRequest; channel: string | undefined } | { problems: FieldProblems } {
  const parsed = submission.safeParse(values);
  if (!parsed.success)
    return { problems: { project_name: ({ messages }) => messages.requestProblems.unreadable } };
  const fields = parsed.data;
  const projectName = toProjectName(fields.project_name.project_name.value ?? '');
  const voucher = (fields.voucher?.voucher.value ?? '').trim();
  const reason = toCleanText(fields.reason?.reason.value ?? '');
  const typedBudget = mode === 'off' ? '' : (fields.budget?.budget.value ?? '').trim();
  const budget = typedBudget === '' ? null : readBudget(typedBudget);
  const ticked = fields.withdrawal?.withdrawal.selected_options ?? [];

  const problems: FieldProblems = {};
  const length = [...projectName].length;
  if (length < 1 || length > 100)
    problems.project_name = ({ messages }) => messages.requestProblems.nameLength;
  else if (containsInvisibleCharacters(projectName)) {
    problems.project_name = ({ messages }) => messages.requestProblems.nameUnprintable;
  }
  if (!isVoucherCode(voucher)) {
    problems.voucher = ({ messages }) => messages.requestProblems.voucher;
  }
  if ([...reason].length > 1000) problems.reason = ({ messages }) => messages.requestProblems.reasonLength;
  if (typedBudget === '' ? mode === 'required' : budget === null)
    problems.budget = budgetProblem(typedBudget);
  if (Object.keys(problems).length > 0) return { problems };

  const waiveWithdrawal = hasWaiver && ticked.some((option) => option.value === WAIVE);
  const channel = fields.channel?.channel.selected_conversation ?? undefined;
  return {
    channel,
    request: { projectName, voucher: voucher || null, reason: reason || null, budget, waiveWithdrawal },
  };
}

/** Whole units, which may be in groups of three; null for all else: `1,5` or `1.000` may mean one thing or another. */
function readBudget(words: string): number | null {
  const digits = /^\d{1,3}([ \u00a0\u202f'’]\d{3})+$/.test(words) ? words.replaceAll(/\D/g, '') : words;
  if (!/^\d{1,12}$/.test(digits)) return null;
  const budget = Number(digits);
  return budget >= 1 && budget <= MOST_BUDGET ? budget : null;
}

function budgetProblem(words: string): LocalizedText {
  return ({ messages, locale }) =>
    words === ''
      ? messages.budget.required
      : messages.budget.invalid({ most: new Intl.NumberFormat(locale).format(MOST_BUDGET) });
}

function plain(content: string) {
  return { type: 'plain_text' as const, text: content };
}

function initial(value: string | null | undefined) {
  return value ? { initial_value: truncate(value, LONGEST_INPUT) } : {};
}
