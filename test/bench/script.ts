import tls from 'node:tls';
import {
  addConfiguration,
  addProject,
  assignCart,
  createCart,
  getItem,
  getRequiredConfiguration,
  listOffers,
} from '../../src/ovh/cart.ts';
import { previewCheckout } from '../../src/ovh/checkout.ts';
import { createOvhClient } from '../../src/ovh/client.ts';
import { createOutbound } from '../../src/slack/client/outbound.ts';
import { offerTerms } from '../../src/worker/ovh/quote-cart.ts';
import { CHANNEL, type Rig } from './rig.ts';

/** OVHcloud's order guide as a script would follow it, step by step, with what Slack shows in the end. */
export function scriptFor({ slack, ovh }: Rig): (name: string) => Promise<{ ms: number }> {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ovh.certificate]);
  const { endpoint, credentials, subsidiary } = ovh;
  const api = createOvhClient({ endpoint, ...credentials, timeoutSeconds: 30 });
  const { botToken, apiUrl } = slack;
  const outbound = createOutbound({ botToken, apiUrl });

  return async (name) => {
    const from = performance.now();
    const expire = new Date(Date.now() + 86_400_000);
    const { cartId } = await createCart(api, { subsidiary, description: name, expire });
    await assignCart(api, cartId);
    const terms = offerTerms(await listOffers(api, cartId), 'project.2018');
    const { itemId } = await addProject(api, cartId, terms);
    await getItem(api, { cartId, itemId });
    await getRequiredConfiguration(api, { cartId, itemId });
    await addConfiguration(api, { cartId, itemId }, { label: 'description', value: name });
    await addConfiguration(api, { cartId, itemId }, { label: 'voucher', value: 'CREDIT5' });
    const { prices } = await previewCheckout(api, cartId);
    const text = `${name} for ${prices.withTax.text}`;
    await outbound.post({ channel: CHANNEL, text, blocks: [], messageKey: { order: name, key: 'root' } });
    return { ms: performance.now() - from };
  };
}
