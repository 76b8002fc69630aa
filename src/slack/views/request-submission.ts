import { z } from 'zod';
import { MAX_BUDGET } from '../../orders/budget.ts';
import { toProjectName } from '../../orders/project-name.ts';
import type { OrderRequest } from '../../orders/request.ts';
import { containsInvisibleCharacters, toCleanText } from '../../orders/typed-text.ts';
import { isVoucherCode } from '../../orders/voucher.ts';
import type { LocalizedText } from '../i18n/catalogue.ts';
import { FIELDS, type FormTerms, type RequestContext, WAIVE } from './request-modal.ts';

/** The problem of each field that has one, by block id. */
export type FieldProblems = Partial<Record<(typeof FIELDS)[keyof typeof FIELDS], LocalizedText>>;

const text = z.object({ value: z.string().nullish() });

const channelId = z.string().regex(/^[CDG][A-Z0-9]{1,30}$/);

/** Whether something is the id of a channel, a private one or a direct message. */
export function isChannelId(id: unknown): boolean {
  return channelId.safeParse(id).success;
}

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

/** Reads the modal's private_metadata; null if it was tampered with. */
export function readRequestContext(metadata: string): RequestContext | null {
  try {
    return contextSchema.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}

/**
 * Reads a submitted modal (`view.state.values`): the request, or a problem for each field that is wrong. Without a
 * right of withdrawal to waive, a ticked waiver is ignored; so is a budget while budgets are off.
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

/** Whole units, optionally with thousands separators; null for anything else: `1,5` or `1.000` is ambiguous. */
function readBudget(words: string): number | null {
  const digits = /^\d{1,3}([ \u00a0\u202f'’]\d{3})+$/.test(words) ? words.replaceAll(/\D/g, '') : words;
  if (!/^\d{1,12}$/.test(digits)) return null;
  const budget = Number(digits);
  return budget >= 1 && budget <= MAX_BUDGET ? budget : null;
}

function budgetProblem(words: string): LocalizedText {
  return ({ messages, locale }) =>
    words === ''
      ? messages.budget.required
      : messages.budget.invalid({ most: new Intl.NumberFormat(locale).format(MAX_BUDGET) });
}
