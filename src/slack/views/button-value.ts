/** What a decision button is about: the order, and the quote as the person saw it. */
export type ButtonValue = { orderId: string; fingerprint: string };

/** Writes a ButtonValue into a button. */
export function buttonValue({ orderId, fingerprint }: ButtonValue): string {
  return `${orderId}:${fingerprint}`;
}

/** Parses a ButtonValue; null if it is malformed: what Slack sends is not trusted. */
export function readButtonValue(text: string | undefined): ButtonValue | null {
  const [, orderId, fingerprint] = /^([\w-]{1,64}):([0-9a-f]{0,64})$/.exec(text ?? '') ?? [];
  return orderId === undefined || fingerprint === undefined ? null : { orderId, fingerprint };
}

/** What a menu's option does: the action that a button of its own would have, and that button's value. */
export type MenuChoice = { action: string; value: string };

/** Writes a MenuChoice into an option. Slack takes 75 characters. */
export function menuValue({ action, value }: MenuChoice): string {
  return `${action} ${value}`;
}

/** Parses a MenuChoice; null if it is malformed. */
export function readMenuValue(text: string | null | undefined): MenuChoice | null {
  const [, action, value] = /^(\w{1,64}) (\S{1,100})$/.exec(text ?? '') ?? [];
  return action === undefined || value === undefined ? null : { action, value };
}
