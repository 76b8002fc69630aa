import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../observability/log.ts';
import type { OvhClient } from '../ovh/client.ts';
import { keyMayAddCredit, serviceAccountMayAddCredit } from '../ovh/credits.ts';

/** How long the message that offers the voucher waits for the answer. */
const TIMEOUT_MS = 2_000;

/** Whether OVHcloud lets the app add a voucher to a project. False if it does not say so in time; never throws. */
export async function mayAddVoucher(
  projectId: string,
  { ovh, log, isServiceAccount }: { ovh: OvhClient; log: Logger; isServiceAccount: boolean },
): Promise<boolean> {
  const ask = isServiceAccount ? serviceAccountMayAddCredit : keyMayAddCredit;
  const asked = ask(ovh, projectId).catch((error: unknown) => {
    log.info({ err: error }, 'OVHcloud did not return whether vouchers may be added to projects');
    return false;
  });
  return Promise.race([asked, pause(TIMEOUT_MS, false, { ref: false })]);
}
