/** What a decision button is about: the order, and the quote as the person saw it. */
export type ButtonValue = { orderId: string; fingerprint: string };

/** Writes a ButtonValue into a button. */
export function buttonValue({ orderId, fingerprint }: ButtonValue): string {
  return `${orderId}:${fingerprint}`;
}

/** Reads a ButtonValue back, or null if the text is none: whoever sends it is not believed any further. */
export function readButtonValue(text: string | undefined): ButtonValue | null {
  const [, orderId, fingerprint] = /^([\w-]{1,64}):([0-9a-f]{0,64})$/.exec(text ?? '') ?? [];
  return orderId === undefined || fingerprint === undefined ? null : { orderId, fingerprint };
}
