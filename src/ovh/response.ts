import { z } from 'zod';
import { OvhClientError, OvhInvalidResponseError, OvhServerError } from './errors.ts';
import type { RawResponse } from './transport.ts';

/** IAM actions: one, or several in a row. */
const Actions = z
  .union([z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean)), z.array(z.string())])
  .catch([]);

/** OVHcloud's two shapes of an error: `{class, message, details?}` and `{errorCode, httpCode, message}`. */
const ApiErrorBody = z.object({
  message: z.string(),
  class: z.string().nullish(),
  errorCode: z.string().nullish(),
  details: z
    .object({ unauthorizedActionsByIAM: Actions, unauthorizedActionsByAuthentication: Actions })
    .nullish()
    .catch(null),
});

/** The shape of the token endpoint's errors (RFC 6749, 5.2). */
const TokenErrorBody = z
  .object({ error: z.string(), error_description: z.string().optional() })
  .transform((body) => ({ message: body.error_description ?? body.error, errorCode: body.error }));

const ErrorBody: z.ZodType<z.infer<typeof ApiErrorBody>> = z.union([ApiErrorBody, TokenErrorBody]);

/**
 * What OVHcloud's answer says: the parsed body of any 2xx (null if it is empty), or the error that fits. `hide` cuts
 * secrets out of its words.
 * Throws OvhClientError, OvhServerError or OvhInvalidResponseError.
 */
export function parseResponse<T>(
  call: string,
  answer: RawResponse,
  { schema, hide }: { schema: z.ZodType<T>; hide: (words: string) => string },
): T {
  const body = parseJson(answer.text);
  if (answer.status < 200 || answer.status > 299) throw errorFor(call, answer, { body, hide });
  if (body === undefined) throw new OvhServerError(call, answer, { body: 'a body that is not JSON' });

  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(
    (issue) => `${issue.path.join('.') || 'the answer'}: ${issue.message}`,
  );
  throw new OvhInvalidResponseError(call, answer, fields);
}

function errorFor(
  call: string,
  answer: RawResponse,
  { body, hide }: { body: unknown; hide: (words: string) => string },
): OvhClientError | OvhServerError {
  const error = ErrorBody.safeParse(body);
  if (!error.success) return new OvhServerError(call, answer, { body: "a body that is not its API's" });
  const { details } = error.data;
  const errorClass = error.data.class ?? error.data.errorCode ?? null;
  const message = hide(error.data.message);
  const said = { errorClass, apiMessage: message };
  const refused = answer.status >= 400 && answer.status <= 499;
  const unauthorized = {
    byIam: (details?.unauthorizedActionsByIAM ?? []).map(hide),
    byAuthentication: (details?.unauthorizedActionsByAuthentication ?? []).map(hide),
  };
  return refused
    ? new OvhClientError(call, answer, { ...said, unauthorizedActions: unauthorized })
    : new OvhServerError(call, answer, { ...said, body: JSON.stringify(message) });
}

/** The parsed body, null if there is none, undefined if it is not JSON (an HTML page of a proxy, say). */
function parseJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
