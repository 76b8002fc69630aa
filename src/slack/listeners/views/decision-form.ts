import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { type Command, decideOn } from '../../../application/decide.ts';
import { Denial } from '../../../orders/denial.ts';
import type { LocalizedText } from '../../i18n/catalogue.ts';
import { plainDenialText } from '../../views/denial-text.ts';
import { withTimeout } from '../../with-timeout.ts';
import type { ListenerContext } from '../context.ts';
import { explainLookup } from '../explain-lookup.ts';
import { languageOf } from '../language.ts';

type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The order and command of a submitted form, or what is wrong with it. */
export type FormContent = { orderId: string; command: Command } | { problem: LocalizedText };

/**
 * Makes a Bolt listener of a form about an order. Permissions are checked at submission: it may have been open for a long
 * time. Errors are shown at `field`, and the form stays open.
 */
export function onDecisionForm(
  ctx: ListenerContext,
  form: {
    field: string;
    read: (view: ViewArgs['view']) => FormContent;
    /** Wraps the decision, which returns why it is denied: it may prevent the decision and return why. */
    guard?: (user: string, decide: () => Promise<LocalizedText | null>) => Promise<LocalizedText | null>;
    failed: LocalizedText;
    takesLong: LocalizedText;
  },
) {
  const submit = async (user: string, content: FormContent): Promise<LocalizedText | null> => {
    if ('problem' in content) return content.problem;
    const { orderId, command } = content;
    const decide = async () => {
      const outcome = await decideOn(ctx, orderId, { user, command });
      return outcome instanceof Denial ? plainDenialText(outcome) : null;
    };
    return form.guard ? form.guard(user, decide) : decide();
  };
  return async ({ ack, body, view }: ViewArgs): Promise<void> => {
    const { id: user } = body.user;
    // Slack never sends this; there is no one to answer.
    if (typeof user !== 'string') return ack();
    const language = languageOf(ctx, user);
    const submitting = submit(user, form.read(view)).catch((error: unknown) => {
      const refused = explainLookup(ctx, error);
      if (!refused) ctx.log.error({ err: error, form: view.callback_id }, 'form submission failed');
      return refused ?? form.failed;
    });
    const whyNot = await withTimeout(submitting, ctx.timing.rejectionMs);
    if (whyNot === null) return ack();
    const text = whyNot ?? form.takesLong;
    await ack({ response_action: 'errors', errors: { [form.field]: text(await language) } });
  };
}
