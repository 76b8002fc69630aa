import type { OrderRequest } from '../../orders/request.ts';
import { truncate } from '../../orders/typed-text.ts';
import type { Language, Messages } from '../i18n/catalogue.ts';
import { VIEWS } from '../ids.ts';
import { context, type ModalView } from './blocks.ts';
import { currencyName } from './budget-text.ts';
import { typed } from './markup.ts';

/**
 * Where the modal's order belongs; without a channel the modal asks for it. `change` when the modal changes an order
 * that is there instead of making one.
 */
export type RequestContext = { channel?: string | undefined; change?: RequestChange | undefined };

/** A change of an order's request: before it is approved, or after OVHcloud refused it. */
type RequestChange = { orderId: string; type: 'edited' | 'retried' };

/** The block ids (and action ids) of the modal's fields. */
export const FIELDS = {
  channel: 'channel',
  projectName: 'project_name',
  voucher: 'voucher',
  reason: 'reason',
  budget: 'budget',
  withdrawal: 'withdrawal',
} as const;

/** The value of the tick that waives the right of withdrawal. */
export const WAIVE = 'waive';

/** Slack's limit for the text in an input. */
const MAX_INPUT_LENGTH = 3000;
/** What Slack makes of an emoji in a slash command, such as `:rocket:`. */
const EMOJI_CODE = /(?<![\w:]):[a-z0-9_'+-]*[a-z+-][a-z0-9_'+-]*:(?![\w:])/;

/** What the form asks for beside name, voucher and reason. */
export type FormTerms = {
  autoPay: boolean;
  channels: readonly string[];
  hasWaiver: boolean;
  /** Whether it asks for a monthly budget. */
  budget: 'off' | 'optional' | 'required';
  /** What budgets are in, such as `EUR`; null where that is not known. */
  currency: string | null;
};

/** The modal to request an order: name, voucher, reason and, where they apply, a budget and the right of withdrawal. */
export function requestModal(
  asked: { context: RequestContext; filled: Partial<OrderRequest>; terms: FormTerms },
  language: Language,
): ModalView {
  const { context: requestContext, filled, terms } = asked;
  const {
    messages: { requestForm: form },
    app,
  } = language;
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
          max_length: MAX_INPUT_LENGTH,
          ...initial(filled.reason),
        },
      },
      ...(terms.budget === 'off' ? [] : [budgetField(filled.budget ?? null, terms, language)]),
      ...(terms.hasWaiver ? [withdrawalField(form, filled.waiveWithdrawal ?? false)] : []),
    ],
  };
}

/**
 * Unless CHANNELS lists them, channels that are shared with another organization are not offered: it would read the
 * order.
 */
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

function budgetField(
  budget: number | null,
  { budget: mode, currency }: FormTerms,
  { locale, messages: { budget: said } }: Language,
) {
  return {
    type: 'input' as const,
    block_id: FIELDS.budget,
    optional: mode === 'optional',
    label: plain(said.label),
    hint: plain(said.hint({ currency: currency && currencyName(currency, locale) })),
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

function plain(content: string) {
  return { type: 'plain_text' as const, text: content };
}

function initial(value: string | null | undefined) {
  return value ? { initial_value: truncate(value, MAX_INPUT_LENGTH) } : {};
}
