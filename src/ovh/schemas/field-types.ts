import { z } from 'zod';

/**
 * The parts of OVHcloud's published models that are used here. Fields that OVHcloud adds are let through unseen.
 * Ids are OVHcloud's `long`; times become Dates; durations stay ISO 8601 text such as `P1M`.
 */

export const time = z.string().pipe(z.coerce.date());

/** A time that names one moment: with the hour, and its offset from UTC. */
export const instant = z
  .string()
  .regex(/T.*(Z|[+-]\d\d:?\d\d)$/i)
  .pipe(z.coerce.date());

export function orNull<T>(schema: z.ZodType<T>) {
  return schema.nullish().transform((value) => value ?? null);
}

/** A list without the entries that have another shape: one malformed offer must not hide the others. */
export function readable<T>(schema: z.ZodType<T>) {
  return z.array(z.unknown()).transform((entries) =>
    entries.flatMap((entry): T[] => {
      const parsed = schema.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

/** OVHcloud's `long`, such as an order's number; a gateway may send it as text. */
export const long = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number).pipe(z.int())]);

export const Ids = z.array(long);

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
