import { z } from 'zod';
import type { Order } from '../../orders/order.ts';
import { toCleanText, truncate } from '../../orders/typed-text.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { VIEWS } from '../ids.ts';
import { type ModalView, paragraph } from './blocks.ts';
import { buttonValue, readButtonValue } from './button-value.ts';
import { typed } from './markup.ts';

/** The block id (and action id) of the modal's one field. */
export const REASON_FIELD = 'rejection_reason';

/** The modal that asks an approver why the order is rejected. The reason is required: everyone reads it. */
export function rejectionModal(
  { id, request }: Pick<Order, 'id' | 'request'>,
  { rejection }: Messages,
): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.rejection,
    private_metadata: buttonValue({ orderId: id, fingerprint: '' }),
    title: { type: 'plain_text', text: rejection.title },
    submit: { type: 'plain_text', text: rejection.submit },
    close: { type: 'plain_text', text: rejection.close },
    blocks: [
      paragraph(rejection.intro({ name: typed(request.projectName) })),
      {
        type: 'input',
        block_id: REASON_FIELD,
        label: { type: 'plain_text', text: rejection.reason },
        hint: { type: 'plain_text', text: rejection.reasonHint },
        element: {
          type: 'plain_text_input',
          action_id: REASON_FIELD,
          multiline: true,
          max_length: 1000,
          focus_on_load: true,
        },
      },
    ],
  };
}

const submission = z.object({
  [REASON_FIELD]: z.object({ [REASON_FIELD]: z.object({ value: z.string().nullish() }) }),
});

/** Reads which order a rejection modal is about; null if it was tampered with. */
export function readRejectionContext(metadata: string): string | null {
  return readButtonValue(metadata)?.orderId ?? null;
}

/** Reads the reason out of a submitted rejection modal; null if there is none. */
export function readRejection(values: unknown): string | null {
  const parsed = submission.safeParse(values);
  const reason = parsed.success ? parsed.data[REASON_FIELD][REASON_FIELD].value : null;
  return truncate(toCleanText(reason ?? ''), 1000) || null;
}
