import type { Language } from '../i18n/catalogue.ts';
import { toMrkdwn, typed } from './markup.ts';

/** How to use the app, with the rules of the settings; for an ephemeral message. */
export function helpText(
  settings: { autoPay: boolean; checkoutUrlTo: 'channel' | 'requester'; rules: { required: number } },
  { messages: { help }, app }: Language,
): string {
  const forPayer = settings.checkoutUrlTo === 'channel' ? help.placedForChannel : help.placedForRequester;
  return [
    ...(app.label ? [toMrkdwn(`*${typed(app.name)}*`)] : []),
    help.order(app),
    help.form,
    help.quote,
    help.decide({ required: settings.rules.required }),
    settings.autoPay ? help.placedAutoPay : forPayer,
    help.follow,
    help.list(app),
  ].join('\n');
}
