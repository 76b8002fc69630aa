import { z } from 'zod';

/**
 * The parts of OVHcloud's published models that are used here. Fields that OVHcloud adds are let through unseen.
 * Ids are OVHcloud's `long`; times become Dates; durations stay ISO 8601 text such as `P1M`.
 */

const time = z.string().pipe(z.coerce.date());

function orNull<T>(schema: z.ZodType<T>) {
  return schema.nullish().transform((value) => value ?? null);
}

/** A list without the entries that have another shape: one odd offer is nothing to the others. */
function readable<T>(schema: z.ZodType<T>) {
  return z.array(z.unknown()).transform((entries) =>
    entries.flatMap((entry): T[] => {
      const parsed = schema.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

export const Ids = z.array(z.int());

/** order.Price. `value` is in the currency's main unit, `priceInUcents` in millionths of its cent: one may be missing. */
export const Price = z
  .object({
    currencyCode: z.string(),
    value: z.number().nullish(),
    text: z.string().nullish(),
    priceInUcents: z.int().nullish(),
  })
  .refine(({ value, priceInUcents }) => value != null || priceInUcents != null, 'no amount');
export type Price = z.infer<typeof Price>;

/** order.cart.Cart. `readOnly` is true once the cart has been checked out. */
export const Cart = z.object({
  cartId: z.string(),
  description: z.string(),
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
  itemId: z.int(),
  duration: orNull(z.string()),
  settings: z.object({
    planCode: orNull(z.string()),
    pricingMode: orNull(z.string()),
    quantity: orNull(z.int()),
  }),
});
export type Item = z.infer<typeof Item>;

/** order.cart.ConfigurationRequirements, without `required`, which is unreliable in both directions. */
export const RequiredConfiguration = z.object({
  label: z.string(),
  /** Seen in answers, though not in the published model: empty if it is missing or something else. */
  allowedValues: z.array(z.string()).catch([]),
});
export type RequiredConfiguration = z.infer<typeof RequiredConfiguration>;
export const RequiredConfigurations = readable(RequiredConfiguration);

/** order.cart.ConfigurationItem: a label and the value it was given. */
export const Configuration = z.object({ id: z.int(), label: z.string(), value: z.string() });
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

/** OVHcloud's number of an order; a gateway may hand a `long` on as text. */
const orderNumber = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number).pipe(z.int())]);

/**
 * order.Order as POST …/checkout answers it. `url` holds the order's password: anyone who has it can see and pay it. The
 * order exists however odd the rest of the answer is: only its number is required.
 */
export const OvhCheckoutResult = z.object({
  orderId: orderNumber,
  url: orNull(z.string()).catch(null),
  prices: orNull(z.object({ withTax: Price })).catch(null),
});
export type OvhCheckoutResult = z.infer<typeof OvhCheckoutResult>;

/** billing.Order. `url` as in OvhOrder; an unpaid order ends at `expirationDate`. */
export const AccountOrder = z.object({
  orderId: orderNumber,
  date: orNull(time),
  expirationDate: orNull(time),
  url: orNull(z.string()),
  priceWithTax: Price,
});
export type AccountOrder = z.infer<typeof AccountOrder>;

const orderStatuses = [
  'cancelled',
  'cancelling',
  'checking',
  'delivered',
  'delivering',
  'documentsRequested',
  'notPaid',
  'unknown',
] as const;

/** billing.order.OrderStatusEnum. A status that OVHcloud may add counts as its own `unknown`. */
export const OrderStatus = z.string().pipe(z.enum(orderStatuses).catch('unknown'));
export type OrderStatus = z.infer<typeof OrderStatus>;

/** billing.order.FollowUp: the steps of an order, each with what happened in it. Labels that OVHcloud may add are let through. */
export const FollowUp = z.array(
  z.object({
    status: z.string(),
    history: orNull(
      z.array(z.object({ date: orNull(time), label: z.string(), description: orNull(z.string()) })),
    ),
  }),
);
export type FollowUp = z.infer<typeof FollowUp>;

const projectStatuses = ['creating', 'deleted', 'deleting', 'ok', 'suspended'] as const;

/** cloud.Project. `orderId` is the order that created it. */
export const OvhProject = z.object({
  project_id: z.string(),
  description: orNull(z.string()),
  status: z.string().pipe(z.enum(projectStatuses).catch('ok')),
  orderId: orNull(z.int()).catch(null),
});
export type OvhProject = z.infer<typeof OvhProject>;

/**
 * billing.OrderDetail. `domain` is the project's id in one of the details, once the order is delivered; on ovh-us it
 * always holds a placeholder.
 */
export const OrderDetail = z.object({
  orderDetailId: z.int(),
  domain: z.string().catch(''),
});
export type OrderDetail = z.infer<typeof OrderDetail>;

/** What OVHcloud does about a detail (ovh-us only; not in the published models): `resource.name` is the project's id. */
export const OrderOperation = z
  .object({ resource: z.object({ name: z.string().nullish() }).nullish().catch(null) })
  .transform(({ resource }) => ({ resourceName: resource?.name ?? null }));
export type OrderOperation = z.infer<typeof OrderOperation>;

/** billing.ItemDetail (BETA, so little is taken for granted): the plan ordered, and what it was configured with. */
export const OrderDetailExtension = z
  .object({
    order: z
      .object({
        plan: z.object({ code: z.string().nullish() }).nullish(),
        configurations: z.array(z.object({ label: z.string(), value: z.string() })).nullish(),
      })
      .nullish(),
  })
  .transform(({ order }) => ({
    planCode: order?.plan?.code ?? null,
    configurations: order?.configurations ?? [],
  }));
export type OrderDetailExtension = z.infer<typeof OrderDetailExtension>;

/** cloud.project.EligibilityInfo (BETA, so nothing is taken for granted). */
export const OvhEligibility = z.object({
  actionsRequired: orNull(z.array(z.string())).transform((actions) => actions ?? []),
  minimumCredit: orNull(Price).catch(null),
  voucher: orNull(
    z.object({ credit: orNull(Price).catch(null), paymentMethodRequired: orNull(z.boolean()) }),
  ),
});
export type OvhEligibility = z.infer<typeof OvhEligibility>;

/** nichandle.Nichandle: the account that the keys act for. */
export const Account = z.object({
  ovhSubsidiary: z.string(),
  nichandle: orNull(z.string()),
  /** `complete`, or `incomplete` while something about the customer is missing. */
  state: orNull(z.string()),
  kycValidated: orNull(z.boolean()),
});
export type Account = z.infer<typeof Account>;

/** auth.ApiCredential: the consumer key. `status` is `validated` once its owner has logged in and agreed. */
export const Credential = z.object({
  status: z.string(),
  expiration: orNull(time),
  rules: z.array(z.object({ method: z.string(), path: z.string() })),
});
export type Credential = z.infer<typeof Credential>;

/** auth.Details: who signs in. `identities` are the URNs that IAM policies name it by, its own first. */
export const AuthDetails = z.object({
  account: z.string(),
  description: orNull(z.string()),
  identities: z.array(z.string()),
  method: z.string(),
});
export type AuthDetails = z.infer<typeof AuthDetails>;

/** iam.AuthorizeResponse. */
export const IamAuthorization = z.object({
  authorizedActions: z.array(z.string()),
  unauthorizedActions: z.array(z.string()),
});
export type IamAuthorization = z.infer<typeof IamAuthorization>;

/** cloud.Credit: credit that a project was given. `voucher` is the code that it came by. */
export const Credit = z.object({ id: z.int(), voucher: orNull(z.string()) });
export type Credit = z.infer<typeof Credit>;

/**
 * cloud.usage.UsageCurrent and cloud.usage.UsageForecast, without what each resource costs. `lastUpdate` is up to when
 * OVHcloud has counted.
 */
export const ProjectUsage = z.object({
  lastUpdate: orNull(time).catch(null),
  period: z.object({ from: time }),
  totalPrice: Price.refine(({ value, priceInUcents }) => (priceInUcents ?? value ?? 0) >= 0, 'below 0'),
});
export type ProjectUsage = z.infer<typeof ProjectUsage>;
