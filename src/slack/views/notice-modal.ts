import type { Messages } from '../i18n/catalogue.ts';
import { type ModalView, paragraph } from './blocks.ts';

/** An informational modal: for the Home, which cannot show an ephemeral message. */
export function noticeModal(markup: string, { replies }: Messages): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: replies.noticeTitle },
    close: { type: 'plain_text', text: replies.noticeClose },
    blocks: [paragraph(markup)],
  };
}
