import { z } from 'zod';
import type { OrderRequest } from '../../orders/request.ts';
import { VIEWS } from '../ids.ts';
import { clip, type ModalView, smallPrint } from './blocks.ts';

/** Where the modal's order belongs; `orderId` when it changes a failed order instead of making one. */
export type RequestContext = { channel: string; orderId?: string | undefined };

/** An inline error for each field that needs one, by block id. */
export type FieldErrors = Partial<Record<(typeof FIELDS)[keyof typeof FIELDS], string>>;

/** The block ids (and action ids) of the modal's fields. */
export const FIELDS = {
  projectName: 'project_name',
  voucher: 'voucher',
  reason: 'reason',
  withdrawal: 'withdrawal',
} as const;

const WAIVE = 'waive';
const WITHDRAWAL_HINT =
  'Left empty, a consumer keeps the right to withdraw from the purchase within 14 days. ' +
  'Ticked, that right is given up. The approvers see what you chose.';

/** The modal that asks for an order: name, voucher, reason, right of withdrawal. */
export function requestModal(
  context: RequestContext,
  filled: Partial<OrderRequest>,
  terms: { autoPay: boolean },
): ModalView {
  const consequence = terms.autoPay
    ? 'You get a quote first. Nothing is ordered before it is approved; then OVHcloud *charges the account at once*.'
    : 'You get a quote first. Nothing is ordered before it is approved, and nothing is paid before somebody opens the checkout URL.';
  return {
    type: 'modal',
    callback_id: VIEWS.request,
    private_metadata: JSON.stringify(context),
    title: plain('Public Cloud project'),
    submit: plain('Get a quote'),
    close: plain('Cancel'),
    blocks: [
      smallPrint(consequence),
      {
        type: 'input',
        block_id: FIELDS.projectName,
        label: plain('Project name'),
        hint: plain('How the project is called at OVHcloud: 1 to 100 characters.'),
        element: {
          type: 'plain_text_input',
          action_id: FIELDS.projectName,
          ...initial(filled.projectName, 3000),
          focus_on_load: !filled.projectName,
        },
      },
      {
        type: 'input',
        block_id: FIELDS.voucher,
        optional: true,
        label: plain('Voucher'),
        element: { type: 'plain_text_input', action_id: FIELDS.voucher, ...initial(filled.voucher, 3000) },
      },
      {
        type: 'input',
        block_id: FIELDS.reason,
        optional: true,
        label: plain('Reason'),
        hint: plain('What it is for. The approvers read this.'),
        element: {
          type: 'plain_text_input',
          action_id: FIELDS.reason,
          multiline: true,
          max_length: 1000,
          ...initial(filled.reason, 1000),
        },
      },
      {
        type: 'input',
        block_id: FIELDS.withdrawal,
        optional: true,
        label: plain('Right of withdrawal'),
        hint: plain(WITHDRAWAL_HINT),
        element: {
          type: 'checkboxes',
          action_id: FIELDS.withdrawal,
          options: [WAIVER],
          ...(filled.waiveWithdrawal ? { initial_options: [WAIVER] } : {}),
        },
      },
    ],
  };
}

const WAIVER = { text: plain('Give up the 14-day right of withdrawal for this order'), value: WAIVE };

const text = z.object({ value: z.string().nullish() });
const submission = z.object({
  [FIELDS.projectName]: z.object({ [FIELDS.projectName]: text }),
  [FIELDS.voucher]: z.object({ [FIELDS.voucher]: text }).optional(),
  [FIELDS.reason]: z.object({ [FIELDS.reason]: text }).optional(),
  [FIELDS.withdrawal]: z
    .object({
      [FIELDS.withdrawal]: z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() }),
    })
    .optional(),
});

const contextSchema = z.object({
  channel: z.string().regex(/^[CDG][A-Z0-9]{1,30}$/),
  orderId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
});

// Besides control characters, those that turn the direction of text: they make a name look like another one.
const UNPRINTABLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** Reads the modal's private_metadata; null if somebody tampered with it. */
export function readRequestContext(metadata: string): RequestContext | null {
  try {
    return contextSchema.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}

/** Reads a submitted modal (`view.state.values`): the request, or an error for each field that is wrong. */
export function readRequest(values: unknown): { request: OrderRequest } | { errors: FieldErrors } {
  const parsed = submission.safeParse(values);
  if (!parsed.success) return { errors: { project_name: 'Something in this form could not be read.' } };
  const fields = parsed.data;
  const projectName = (fields.project_name.project_name.value ?? '').trim();
  const voucher = (fields.voucher?.voucher.value ?? '').trim();
  const reason = (fields.reason?.reason.value ?? '').replaceAll(/[^\P{Cc}\n]/gu, '').trim();
  const ticked = fields.withdrawal?.withdrawal.selected_options ?? [];

  const errors: FieldErrors = {};
  const length = [...projectName].length;
  if (length < 1 || length > 100) errors.project_name = `Use 1 to 100 characters (this has ${length}).`;
  else if (UNPRINTABLE.test(projectName)) errors.project_name = 'Use no control characters or line breaks.';
  if (voucher.length > 100 || /\s/.test(voucher) || UNPRINTABLE.test(voucher)) {
    errors.voucher = 'A voucher is one code, without spaces, of up to 100 characters.';
  }
  if ([...reason].length > 1000) errors.reason = 'Use up to 1,000 characters.';
  if (Object.keys(errors).length > 0) return { errors };

  const waiveWithdrawal = ticked.some((option) => option.value === WAIVE);
  return { request: { projectName, voucher: voucher || null, reason: reason || null, waiveWithdrawal } };
}

function plain(content: string) {
  return { type: 'plain_text' as const, text: content };
}

function initial(value: string | null | undefined, max: number) {
  return value ? { initial_value: clip(value, max) } : {};
}
