// The words by which OVHcloud's refusals are recognized, where they are longer than a rule's line.

/** In the voucher's language of OVHcloud's control panel; the longer ones first where one holds another. */
export const VOUCHER_CODES = [
  'too_many_attempts',
  'no_longer_valid',
  'already_used',
  'expired',
  'country',
  'payment_mean',
  'too_many_used',
  'nichandle',
  'scored',
  'new_customer',
  'new_project',
  'invalid',
];

/** Of an offer that is not sold. */
export const OFFER_IS_GONE = /\b(offer|product)\b.*\b(not found|not available|does not exist|unknown)/i;

/** Of an account without a payment method. */
export const NO_PAYMENT_METHOD =
  /((do|does) not|don't|doesn't) have (an? |any )?((preferred|default|valid|registered) )*payment m|\b(have|has|there is|is) no ((preferred|default|valid|registered) )*payment m|^no ((preferred|default|valid|registered) )*payment m/i;

/** Of a payment method that is not usable. */
export const INVALID_PAYMENT_METHOD =
  /payment m(ethod|ean)s? (is|has|has been) (not valid|invalid|expired|disabled)/i;

/** What OVHcloud calls a voucher, in the languages of its subsidiaries. */
export const VOUCHER =
  /voucher|coupon|gutschein|cup[oó]n|\bpromo(tional|tion)?[ -]?code|code (promo|de r[ée]duction)|bon d['’]achat|codice (promo|sconto)|c[oó]digo promocional/i;

/** Of a cart that does not exist any more. */
export const CART_IS_GONE =
  /\bcart (\S+ )?(not found|does not exist|(is |has )?(been )?(expired|deleted|gone|unknown)\b)|unknown cart/i;
