import { z } from 'zod';
import type { Order } from '../../orders/order.ts';
import { isVoucherCode } from '../../orders/voucher.ts';
import type { Messages } from '../i18n/catalogue.ts';
import { VIEWS } from '../ids.ts';
import { type ModalView, paragraph } from './blocks.ts';
import { buttonValue, readButtonValue } from './button-value.ts';
import { typed } from './markup.ts';

/** The block id (and action id) of the modal's one field. */
export const VOUCHER_FIELD = 'project_voucher';

/** The modal that asks the requester for a voucher for a project that is ready. */
export function voucherModal(
  { id, request }: Pick<Order, 'id' | 'request'>,
  { projectStart, requestForm }: Messages,
): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.voucher,
    private_metadata: buttonValue({ orderId: id, fingerprint: '' }),
    title: { type: 'plain_text', text: projectStart.title },
    submit: { type: 'plain_text', text: projectStart.submit },
    close: { type: 'plain_text', text: projectStart.close },
    blocks: [
      paragraph(projectStart.intro({ name: typed(request.projectName) })),
      {
        type: 'input',
        block_id: VOUCHER_FIELD,
        label: { type: 'plain_text', text: requestForm.voucher },
        element: {
          type: 'plain_text_input',
          action_id: VOUCHER_FIELD,
          max_length: 3000,
          focus_on_load: true,
        },
      },
    ],
  };
}

const submission = z.object({
  [VOUCHER_FIELD]: z.object({ [VOUCHER_FIELD]: z.object({ value: z.string().nullish() }) }),
});

/** Reads which order a voucher modal is about; null if it was tampered with. */
export function readVoucherContext(metadata: string): string | null {
  return readButtonValue(metadata)?.orderId ?? null;
}

/** Reads the voucher out of a submitted modal; null if it is none. */
export function readVoucher(values: unknown): string | null {
  const parsed = submission.safeParse(values);
  const typed = parsed.success ? (parsed.data[VOUCHER_FIELD][VOUCHER_FIELD].value ?? '').trim() : '';
  return typed !== '' && isVoucherCode(typed) ? typed : null;
}
