import { z } from 'zod';
import type { Order } from '../../orders/order.ts';
import type { Quote } from '../../orders/quote.ts';
import { VIEWS } from '../ids.ts';
import { context, type ModalView, paragraph } from './blocks.ts';
import { type ButtonValue, buttonValue, readButtonValue } from './button-value.ts';
import { typed } from './markup.ts';
import { contractLinks, onceAndMonthly, price, quoteWarnings } from './quote-text.ts';
import type { RenderContext } from './render-context.ts';

/** The block id (and action id) of the modal's one field. */
export const CONSENT_FIELD = 'consent';

const CONTRACTS = 'contracts';
const CLAUSES = 'clauses_1341_1342';

/**
 * What OVHcloud's control panel asks for in Italy beside the contracts: explicit approval of the clauses that
 * article 1341 of the Codice Civile lists. Not translated: this is what is approved.
 */
const CLAUSES_TEXT =
  'Ai sensi e per gli effetti degli articoli 1341, secondo comma, e 1342, secondo comma, del Codice Civile, il cliente ' +
  'dichiara di aver letto e di approvare specificamente le clausole dei contratti sopra indicati che prevedono: ' +
  'limitazioni di responsabilità, facoltà di recedere dal contratto o di sospenderne l’esecuzione, decadenze, ' +
  'limitazioni alla facoltà di opporre eccezioni, restrizioni alla libertà contrattuale nei rapporti coi terzi, tacita ' +
  'proroga o rinnovazione del contratto, clausole compromissorie o deroghe alla competenza dell’autorità giudiziaria.';

/** The modal in which an approver accepts the contracts, and the clauses that Italian law wants approved by name. */
export function consentModal(order: Order, quote: Quote, ctx: RenderContext): ModalView {
  const { consent, approval } = ctx.messages;
  const warnings = quoteWarnings(order, quote, ctx);
  const parts = onceAndMonthly(quote, ctx);
  return {
    type: 'modal',
    callback_id: VIEWS.consent,
    private_metadata: buttonValue({ orderId: order.id, fingerprint: order.fingerprint ?? '' }),
    title: { type: 'plain_text', text: consent.title },
    submit: { type: 'plain_text', text: approval.approve },
    close: { type: 'plain_text', text: consent.close },
    blocks: [
      paragraph(consent.intro({ name: typed(order.request.projectName), price: price(quote, ctx) })),
      paragraph(contractLinks(quote.contracts, ctx)),
      ...(parts ? [context(parts)] : []),
      ...(warnings.length > 0 ? [paragraph(warnings.join('\n'))] : []),
      context(CLAUSES_TEXT),
      {
        type: 'input',
        block_id: CONSENT_FIELD,
        label: { type: 'plain_text', text: consent.label },
        element: {
          type: 'checkboxes',
          action_id: CONSENT_FIELD,
          options: [
            { text: { type: 'plain_text', text: consent.contracts }, value: CONTRACTS },
            { text: { type: 'plain_text', text: consent.clauses }, value: CLAUSES },
          ],
        },
      },
    ],
  };
}

const submission = z.object({
  [CONSENT_FIELD]: z.object({
    [CONSENT_FIELD]: z.object({ selected_options: z.array(z.object({ value: z.string() })) }),
  }),
});

/** Reads which order, and which quote of it, a consent modal is about; null if it was tampered with. */
export function readConsentContext(metadata: string): ButtonValue | null {
  return readButtonValue(metadata);
}

/** Whether both boxes of a submitted modal are ticked. */
export function readConsent(values: unknown): boolean {
  const parsed = submission.safeParse(values);
  if (!parsed.success) return false;
  const ticked = parsed.data[CONSENT_FIELD][CONSENT_FIELD].selected_options.map(({ value }) => value);
  return ticked.includes(CONTRACTS) && ticked.includes(CLAUSES);
}
