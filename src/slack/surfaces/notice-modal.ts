import type { Words } from '../words/catalogue.ts';
import { type ModalView, paragraph } from './blocks.ts';

/** A modal that only says something: for the Home, where nothing can be whispered. */
export function noticeModal(text: string, { answers }: Words): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: answers.noticeTitle },
    close: { type: 'plain_text', text: answers.noticeClose },
    blocks: [paragraph(text)],
  };
}
