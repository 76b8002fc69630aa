import type { ModalView } from '../views/blocks.ts';
import type { ListenerContext } from './context.ts';

/** Updates an open form with additional information. Errors are only logged. Never throws. */
export async function updateForm(
  { outbound, log }: Pick<ListenerContext, 'outbound' | 'log'>,
  viewId: string,
  view: ModalView,
): Promise<void> {
  await outbound.updateModal(viewId, view).catch((error: unknown) => {
    log.info({ err: error }, 'failed to update the open form');
  });
}
