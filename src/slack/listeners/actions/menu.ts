import { z } from 'zod';
import { MENU_ACTIONS } from '../../actions/more.ts';
import { readMenuValue } from '../../views/button-value.ts';
import type { ActionArgs } from '../clicks.ts';
import type { ListenerContext } from '../context.ts';

const payload = z.object({
  actions: z.array(z.object({ selected_option: z.object({ value: z.string() }) })).min(1),
});

/** The ⋯ menu: the chosen entry does what a button of its own would do. `listeners`: by action id. */
export function choose(
  ctx: Pick<ListenerContext, 'log'>,
  listeners: ReadonlyMap<string, (args: ActionArgs) => Promise<void>>,
) {
  return async (args: ActionArgs): Promise<void> => {
    const parsed = payload.safeParse(args.body);
    const chosen = parsed.success ? readMenuValue(parsed.data.actions[0]?.selected_option.value) : null;
    const action = MENU_ACTIONS.find(({ id }) => id === chosen?.action);
    const listener = action && listeners.get(action.id);
    if (listener) return listener(args);
    ctx.log.warn('ignored a menu choice that does not exist');
    await args.ack();
  };
}
