import { getAccount } from './account.ts';
import type { OvhClient } from './client.ts';

/** How to find out an account's subsidiary, such as `FR`: it is asked once, and again only after a failure. */
export function createSubsidiary(ovh: OvhClient, configured: string | undefined): () => Promise<string> {
  let asked: Promise<string> | undefined;
  return async () => {
    if (configured) return configured;
    asked ??= getAccount(ovh).then(({ ovhSubsidiary }) => ovhSubsidiary);
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
}
