import { z } from 'zod';
import { type ApiError, badRequest } from './errors.ts';

/** A date and time as the API takes it: ISO 8601 with an offset. */
export const datetime = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** A duration as the API takes it, such as P1M. */
export const duration = z.string().regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?$/);

/**
 * Reads a body that must have exactly the properties of `schema` (a z.strictObject). No body counts as `{}`,
 * because that is what the npm package `ovh` sends for `{}`. Throws 400 with OVHcloud's words where they are known.
 */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const given = body ?? {};
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue?.code === 'unrecognized_keys') throw unknownInput(issue.keys);
  const name = String(issue?.path[0] ?? 'body');
  const missing = typeof given === 'object' && !(name in given);
  throw badRequest(
    `The input provided isn't valid: ${missing ? `'${name}' is a required property` : `'${name}': ${issue?.message}`}`,
  );
}

/** Throws 400 for a query parameter that the call does not know. */
export function assertQuery(query: URLSearchParams, known: readonly string[]): void {
  const unknown = [...query.keys()].filter((name) => !known.includes(name));
  if (unknown.length > 0) throw unknownInput(unknown);
}

/** A date in the query, or null where it is absent. Throws 400 for anything else. */
export function readQueryDate(query: URLSearchParams, name: string): Date | null {
  const text = query.get(name);
  if (text === null) return null;
  const result = datetime.safeParse(text);
  if (!result.success) throw wrongType(name, text, 'datetime');
  return result.data;
}

/** An id in the path that the API declares as `long`. Throws 400 for anything but digits. */
export function readLong(params: Record<string, string>, name: string): number {
  const text = params[name] ?? '';
  if (!/^\d{1,15}$/.test(text)) throw wrongType(name, text, 'long');
  return Number(text);
}

/** The words are the ones other OVHcloud calls use; the cart's own are not known. */
function unknownInput(names: readonly string[]): ApiError {
  return badRequest(`Received not described parameters: (${names.join(', ')})`);
}

function wrongType(name: string, text: string, type: string): ApiError {
  return badRequest(`[${name}] Given data (${text}) is not valid for type ${type}`);
}
