import { z } from 'zod';
import { instant, long, orNull, Price, time } from './field-types.ts';

/**
 * billing.Order. `url` as in OvhOrder; an unpaid order ends at `expirationDate`. A `date` that does not name a moment says
 * nothing.
 */
export const AccountOrder = z.object({
  orderId: long,
  date: orNull(instant).catch(null),
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

/**
 * billing.order.FollowUp: the steps of an order, each with what happened in it. Labels that OVHcloud may add are let
 * through.
 */
export const FollowUp = z.array(
  z.object({
    status: z.string(),
    history: orNull(
      z.array(z.object({ date: orNull(time), label: z.string(), description: orNull(z.string()) })),
    ),
  }),
);
export type FollowUp = z.infer<typeof FollowUp>;

/**
 * billing.OrderDetail. `domain` is the project's id in one of the details, once the order is delivered; on ovh-us it
 * always holds a placeholder.
 */
export const OrderDetail = z.object({
  orderDetailId: long,
  domain: z.string().catch(''),
});
export type OrderDetail = z.infer<typeof OrderDetail>;

const ResourceName = orNull(z.string()).catch(null);

/**
 * What OVHcloud does about a detail (ovh-us only; not in the published models): its resource is named by the
 * project's id.
 */
export const OrderOperation = z
  .object({
    resource: orNull(
      z.union([
        z.object({ name: ResourceName, displayName: ResourceName }),
        z.string().transform((name) => ({ name, displayName: null })),
      ]),
    ).catch(null),
  })
  .transform(({ resource }) => ({
    resourceNames: [resource?.name, resource?.displayName].filter((name) => name != null),
  }));
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
