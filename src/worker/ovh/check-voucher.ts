import type { Failure } from '../../orders/failure.ts';
import type { OrderRequest } from '../../orders/request.ts';
import { getEligibility } from '../../ovh/account.ts';
import { OvhError } from '../../ovh/errors.ts';
import type { WorkerContext } from '../context.ts';
import { errorFields, toFailure } from '../failures.ts';

/** A request whose voucher is asked about; `id`: the order's, empty before there is one. */
export type VoucherInquiry = { id: string; request: OrderRequest };

/**
 * Asks OVHcloud whether it accepts an order's voucher, before there is an order (GET /cloud/eligibility): `accepted`,
 * or why not; `unknown` if OVHcloud does not say: then the order will find out.
 */
export async function checkVoucher(
  { id, request }: VoucherInquiry,
  { ovh, log, config }: Pick<WorkerContext, 'ovh' | 'log'> & { config: { hasEligibility: boolean } },
): Promise<Failure | 'accepted' | 'unknown'> {
  if (!request.voucher || !config.hasEligibility) return 'unknown';
  try {
    await getEligibility(ovh, request.voucher);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof OvhError)) throw error;
    const failure = toFailure(error, { id, request });
    if (failure.kind === 'voucher_refused') return failure;
    log.info(errorFields(error, { id, request }), 'OVHcloud did not return whether it accepts a voucher');
    return 'unknown';
  }
}
