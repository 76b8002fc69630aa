import type { Messages } from '../en.ts';

export const checkout: Messages['checkout'] = {
  thread: {
    toPay: ({ orderId, name, price }) =>
      `OVHcloud-Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt., noch zu bezahlen.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `OVHcloud-Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt., zu bezahlen bis zum ${until}.`,
    free: ({ orderId, name, price }) =>
      `OVHcloud-Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt. Die Bestellung kostet nichts, braucht aber noch einen Klick auf den Zahlungslink.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `OVHcloud-Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt. Die Bestellung kostet nichts, braucht aber bis zum ${until} noch einen Klick auf den Zahlungslink.`,
    charged: ({ orderId, name, price }) =>
      `OVHcloud-Bestellung *${orderId}* für das Projekt *${name}*: ${price} inkl. MwSt. OVHcloud wurde beauftragt, das Zahlungsmittel des Accounts zu belasten. Ob das geklappt hat, steht im Thread.`,
    otherPrice: ({ approverMentions, approved }) =>
      `${approverMentions} Das ist *nicht* der genehmigte Preis von ${approved} inkl. MwSt.: Bitte prüfen Sie das, bevor jemand bezahlt.`,
    secret:
      'Wer den Zahlungslink hat, kann die Bestellung sehen und bezahlen: Geben Sie ihn nicht außerhalb dieses Channels weiter.',
  },
  requester: {
    toPay: ({ orderId, name, price }) =>
      `OVHcloud-Bestellung *${orderId}* für Ihr Projekt *${name}*: ${price} inkl. MwSt., noch zu bezahlen.`,
    toPayUntil: ({ orderId, name, price, until }) =>
      `OVHcloud-Bestellung *${orderId}* für Ihr Projekt *${name}*: ${price} inkl. MwSt., zu bezahlen bis zum ${until}.`,
    free: ({ orderId, name, price }) =>
      `OVHcloud-Bestellung *${orderId}* für Ihr Projekt *${name}*: ${price} inkl. MwSt. Die Bestellung kostet nichts, braucht aber noch einen Klick auf den Zahlungslink.`,
    freeUntil: ({ orderId, name, price, until }) =>
      `OVHcloud-Bestellung *${orderId}* für Ihr Projekt *${name}*: ${price} inkl. MwSt. Die Bestellung kostet nichts, braucht aber bis zum ${until} noch einen Klick auf den Zahlungslink.`,
    charged: ({ orderId, name, price }) =>
      `OVHcloud-Bestellung *${orderId}* für Ihr Projekt *${name}*: ${price} inkl. MwSt. OVHcloud wurde beauftragt, das Zahlungsmittel des Accounts zu belasten. Ob das geklappt hat, steht im Thread.`,
    otherPrice: ({ approved }) =>
      `Das ist *nicht* der genehmigte Preis von ${approved} inkl. MwSt.: Bitte prüfen Sie das, bevor Sie bezahlen.`,
    secret: 'Wer den Zahlungslink hat, kann die Bestellung sehen und bezahlen: Behalten Sie ihn für sich.',
  },
  priceDiffers: ({ price, approved }: { price: string; approved: string }) =>
    `Der Preis bei OVHcloud beträgt ${price} inkl. MwSt.; der genehmigte Preis war ${approved}.`,
  pay: 'Bezahlen',
  strangeUrl:
    'Der Zahlungslink von OVHcloud ist keine Webadresse und wird deshalb nicht angezeigt. Bezahlen Sie die Bestellung im OVHcloud-Kundencenter (Abrechnung > Meine Bestellungen).',
  seeOrder: 'Bestellung ansehen',
};
