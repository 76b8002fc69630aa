import { z } from 'zod';
import { Ids, long, orNull, Price, readable, time } from './field-types.ts';

/** order.cart.Cart. `readOnly` is true once the cart has been checked out. */
export const Cart = z.object({
  cartId: z.string(),
  description: orNull(z.string()).catch(null),
  expire: orNull(time),
  readOnly: z.boolean(),
  items: Ids,
});
export type Cart = z.infer<typeof Cart>;

const OfferPrice = z.object({
  capacities: z.array(z.string()),
  duration: z.string(),
  pricingMode: z.string(),
  minimumQuantity: z.number().nullish(),
  minimumRepeat: z.number().nullish(),
});
export type OfferPrice = z.infer<typeof OfferPrice>;

/**
 * order.cart.GenericProductDefinition. `capacities` says what a price is for: `renew`, `installation`… `minimumRepeat`
 * above 1 is a commitment. Prices that cannot be read are left out.
 */
export const Offer = z.object({ planCode: z.string(), prices: readable(OfferPrice).catch([]) });
export type Offer = z.infer<typeof Offer>;

/** What is sold, without the offers that cannot be read. */
export const Offers = readable(Offer);

/** order.cart.Item */
export const Item = z.object({
  itemId: long,
  duration: orNull(z.string()),
  settings: z.object({
    planCode: orNull(z.string()),
    pricingMode: orNull(z.string()),
    quantity: orNull(long),
  }),
});
export type Item = z.infer<typeof Item>;

/** order.cart.ConfigurationRequirements, without `required`, which is unreliable in both directions. */
export const RequiredConfiguration = z.object({
  label: z.string(),
  /** Seen in answers, though not in the published model: empty if it is missing or something else. */
  allowedValues: z.array(z.union([z.string(), z.number(), z.boolean()]).transform(String)).catch([]),
});
export type RequiredConfiguration = z.infer<typeof RequiredConfiguration>;
export const RequiredConfigurations = readable(RequiredConfiguration);

/** order.cart.ConfigurationItem: a label and the value it was given. */
export const Configuration = z.object({ id: long, label: z.string(), value: z.string() });
export type Configuration = z.infer<typeof Configuration>;

/** order.OrderPrices. Without `tax`, it is the difference of the two others. */
const OrderPrices = z.object({
  withTax: Price,
  withoutTax: Price,
  tax: orNull(Price),
  reduction: orNull(Price),
});

/** order.OrderDetail: a line of the price. `detailType` is INSTALLATION, DURATION… */
export const PriceDetail = z.object({
  description: z.string().catch(''),
  detailType: orNull(z.string()),
  totalPrice: Price,
  originalTotalPrice: orNull(Price).catch(null),
});
export type PriceDetail = z.infer<typeof PriceDetail>;

/** order.Order as GET …/checkout answers it, before there is an order. `content` is a contract's whole text. */
export const CheckoutPreview = z.object({
  contracts: z.array(z.object({ name: z.string(), url: z.string(), content: z.string() })),
  details: readable(PriceDetail).catch([]),
  prices: OrderPrices,
});
export type CheckoutPreview = z.infer<typeof CheckoutPreview>;

/**
 * order.Order as POST …/checkout answers it. `url` holds the order's password: anyone who has it can see and pay it. The
 * order exists however odd the rest of the answer is: only its number is required.
 */
export const OvhCheckoutResult = z.object({
  orderId: long.pipe(z.int().positive()),
  url: orNull(z.string()).catch(null),
  prices: orNull(z.object({ withTax: Price })).catch(null),
});
export type OvhCheckoutResult = z.infer<typeof OvhCheckoutResult>;
