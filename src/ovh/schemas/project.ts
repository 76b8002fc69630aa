import { z } from 'zod';
import { long, orNull, Price, time } from './field-types.ts';

const projectStatuses = ['creating', 'deleted', 'deleting', 'ok', 'suspended'] as const;

/** cloud.Project. `orderId` is the order that created it. */
export const OvhProject = z.object({
  project_id: z.string(),
  description: orNull(z.string()),
  status: z.enum(projectStatuses).catch('ok'),
  orderId: orNull(long).catch(null),
});
export type OvhProject = z.infer<typeof OvhProject>;

/** cloud.project.EligibilityInfo (BETA, so nothing is taken for granted). */
export const OvhEligibility = z.object({
  actionsRequired: orNull(z.array(z.string())).transform((actions) => actions ?? []),
  minimumCredit: orNull(Price).catch(null),
  voucher: orNull(
    z.object({ credit: orNull(Price).catch(null), paymentMethodRequired: orNull(z.boolean()) }),
  ),
});
export type OvhEligibility = z.infer<typeof OvhEligibility>;

/** cloud.Credit: credit that a project was given. `voucher` is the code that it came by. */
export const Credit = z.object({ id: long, voucher: orNull(z.string()) });
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
