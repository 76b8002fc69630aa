import { z } from 'zod';
import { orNull, time } from './field-types.ts';

/** nichandle.Nichandle: the account that the keys act for. */
export const Account = z.object({
  ovhSubsidiary: z.string(),
  nichandle: orNull(z.string()),
  /** `complete`, or `incomplete` while something about the customer is missing. */
  state: orNull(z.string()),
  kycValidated: orNull(z.boolean()),
  /** `code` is that of ISO 4217, such as `EUR`. */
  currency: orNull(z.object({ code: orNull(z.string()) })),
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
