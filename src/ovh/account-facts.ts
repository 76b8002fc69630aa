import { getAccount } from './account.ts';
import type { OvhClient } from './client.ts';
import type { Account } from './schemas/account.ts';

/** Facts about an account that do not change: read once (GET /me), and again only after a failure. */
export type AccountFacts = {
  /** Such as `FR`. */
  subsidiary: () => Promise<string>;
  /** The currency it pays in, such as `EUR`; null if OVHcloud does not say. */
  currency: () => Promise<string | null>;
};

/** Reads it from OVHcloud; `configured` is the subsidiary in the settings. */
export function createAccountFacts(ovh: OvhClient, configured: string | undefined): AccountFacts {
  let asked: Promise<Account> | undefined;
  const account = () => {
    asked ??= getAccount(ovh);
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
  return {
    subsidiary: async () => configured ?? (await account()).ovhSubsidiary,
    currency: async () => (await account()).currency?.code ?? null,
  };
}
