import type { Messages } from '../i18n/catalogue.ts';
import { type ModalView, section } from './blocks.ts';

/** A modal that only says something: for the Home, where nothing can be whispered. */
export function noticeModal(text: string, { replies }: Messages): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: replies.noticeTitle },
    close: { type: 'plain_text', text: replies.noticeClose },
    blocks: [section(text)],
  };
}
