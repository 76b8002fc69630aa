import type { Messages } from '../i18n/catalogue.ts';
import { type ModalView, paragraph } from './blocks.ts';

/** A modal that only says something: for the Home, where nothing can be shown to one person in passing. */
export function noticeModal(markup: string, { replies }: Messages): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: replies.noticeTitle },
    close: { type: 'plain_text', text: replies.noticeClose },
    blocks: [paragraph(markup)],
  };
}
