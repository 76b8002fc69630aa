import { z } from 'zod';
import { OvhClientError, OvhInvalidResponseError, OvhServerError } from './errors.ts';
import { orNull } from './schemas/field-types.ts';
import type { RawResponse } from './transport.ts';

/** IAM actions: one, or several in a row. */
const Actions = z
  .union([z.string().transform((text) => text.split(/[\s,;]+/).filter(Boolean)), z.array(z.string())])
  .catch([]);

/**
 * OVHcloud's two shapes of an error: `{class, message, details?}` and `{errorCode, httpCode, message}`. Without a message
 * its code has to do.
 */
const ApiErrorBody = z
  .object({
    message: orNull(z.string()).catch(null),
    class: orNull(z.string()).catch(null),
    errorCode: orNull(z.string()).catch(null),
    details: orNull(
      z.object({ unauthorizedActionsByIAM: Actions, unauthorizedActionsByAuthentication: Actions }),
    ).catch(null),
  })
  .transform(({ message, errorCode, class: className, details }, { addIssue }) => {
    const code = className ?? errorCode;
    const words = message ?? code;
    if (words !== null) return { message: words, code, details };
    addIssue('neither a message nor a code');
    return z.NEVER;
  });

/** The shape of the token endpoint's errors (RFC 6749, 5.2). */
const TokenErrorBody = z
  .object({ error: z.string(), error_description: z.string().optional() })
  .transform(({ error, error_description }) => ({
    ...{ message: error_description ?? error, code: error },
    details: null,
  }));

const ErrorBody = z.union([ApiErrorBody, TokenErrorBody]);

/** `redact` cuts secrets out of OVHcloud's words; `usesToken`: the call came with a service account's access token. */
type Terms = { redact: (words: string) => string; usesToken: boolean };

/**
 * What OVHcloud's answer says: the parsed body of any 2xx (null if it is empty), or the error that fits.
 * Throws OvhClientError, OvhServerError or OvhInvalidResponseError.
 */
export function parseResponse<T>(
  call: string,
  answer: RawResponse,
  { schema, ...terms }: { schema: z.ZodType<T> } & Terms,
): T {
  const body = parseJson(answer.text);
  if (answer.status < 200 || answer.status > 299) throw errorFor(call, answer, { body, ...terms });
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
  { body, redact, usesToken }: { body: unknown } & Terms,
): OvhClientError | OvhServerError {
  const error = ErrorBody.safeParse(body);
  if (!error.success) {
    // A page of something on the way: the status says it all.
    if (answer.status === 429)
      return new OvhClientError(call, answer, { errorClass: null, apiMessage: '', usesToken });
    return new OvhServerError(call, answer, { body: "a body that is not its API's" });
  }
  const { code: errorClass, details } = error.data;
  const message = redact(error.data.message);
  const said = { errorClass, apiMessage: message };
  const refused = answer.status >= 400 && answer.status <= 499;
  const unauthorized = {
    byIam: (details?.unauthorizedActionsByIAM ?? []).map(redact),
    byAuthentication: (details?.unauthorizedActionsByAuthentication ?? []).map(redact),
  };
  return refused
    ? new OvhClientError(call, answer, { ...said, unauthorizedActions: unauthorized, usesToken })
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
