import type { ModalView } from '../views/blocks.ts';
import type { ListenerContext } from './context.ts';

/** Shows something else in an open form. It only tells more: what is lost here costs nothing. Never throws. */
export async function updateForm(
  { outbound, log }: Pick<ListenerContext, 'outbound' | 'log'>,
  viewId: string,
  view: ModalView,
): Promise<void> {
  await outbound.updateModal(viewId, view).catch((error: unknown) => {
    log.info({ err: error }, 'failed to update the open form');
  });
}
