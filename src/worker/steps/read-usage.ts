import { budgetOf, isUsageDue } from '../../orders/budget.ts';
import type { Failure } from '../../orders/failure.ts';
import type { Usage } from '../../orders/spending.ts';
import { DAY_MS, HOUR_MS } from '../../orders/time.ts';
import { isNotFound, OvhClientError } from '../../ovh/errors.ts';
import type { ProjectUsage } from '../../ovh/schemas/project.ts';
import { CURRENT_USAGE, getCurrentUsage, getUsageForecast } from '../../ovh/usage.ts';
import type { StoredOrder } from '../../store/rows.ts';
import type { StepContext } from '../context.ts';
import { errorFields, isTransient, toFailure } from '../failures.ts';
import { amountOf } from '../ovh/quote-cart.ts';

/** OVHcloud's months start by its own clock, which may be this far from UTC. */
const CLOCK_OFFSET_MS = 12 * HOUR_MS;
/** A month that started longer ago is neither the current one nor the one before, whose last figures may come late. */
const OLDEST_MONTH_MS = 62 * DAY_MS;

/**
 * `ready`, with a budget: asks what the project has spent this month and will have by its end. What OVHcloud refuses, or
 * what cannot be understood, is noted and asked again at the next time; throws what may pass.
 */
export async function readUsageStep(
  { order }: StoredOrder,
  ctx: Pick<StepContext, 'change' | 'config' | 'log' | 'now' | 'ovh'>,
): Promise<void> {
  const { project } = order;
  const budget = budgetOf(order);
  if (!project || !budget || !isUsageDue(order, ctx.now())) return;
  const nextReadAt = ctx.now() + ctx.config.usageEveryMs;
  const fail = (failure: Failure, isMissing: boolean) =>
    ctx.change({ type: 'usage_read_failed', failure, isMissing, nextReadAt });
  try {
    const usage = await readUsage(project.id, budget.currency, ctx);
    if (usage) await ctx.change({ type: 'usage_read', usage, nextReadAt });
    else await fail({ kind: 'answer_not_understood', call: `GET ${CURRENT_USAGE}` }, false);
  } catch (error) {
    if (isTransient(error)) throw error;
    ctx.log.warn(errorFields(error, order), 'OVHcloud did not return the usage of a project with a budget');
    await fail(toFailure(error, order), isProjectMissing(error));
  }
}

/** Null if the answer is in another currency or for an implausible month. */
async function readUsage(
  projectId: string,
  currency: string,
  { ovh, log, now }: Pick<StepContext, 'log' | 'now' | 'ovh'>,
): Promise<Usage | null> {
  const current = await getCurrentUsage(ovh, projectId);
  const month = monthOf(current);
  const spent = amountOf(current.totalPrice);
  const age = now() - ovh.toLocalTime(current.period.from);
  if (spent.currency !== currency || age < -2 * CLOCK_OFFSET_MS || age > OLDEST_MONTH_MS) {
    log.warn({ month, currency: spent.currency }, 'ignored project usage in another currency or month');
    return null;
  }
  const expected = await getUsageForecast(ovh, projectId).catch((error: unknown) => {
    if (isTransient(error)) throw error;
    log.warn({ err: error }, 'OVHcloud did not return the usage forecast of a project');
    return null;
  });
  const forecast = expected && monthOf(expected) === month ? amountOf(expected.totalPrice) : null;
  return {
    month,
    spent,
    forecast: forecast?.currency === currency ? forecast : null,
    countedAt: current.lastUpdate && ovh.toLocalTime(current.lastUpdate),
  };
}

/** The month in which a period begins, whatever time zone OVHcloud writes it in: `YYYY-MM`. */
function monthOf({ period }: ProjectUsage): string {
  return new Date(period.from.getTime() + CLOCK_OFFSET_MS).toISOString().slice(0, 7);
}

/** An API without the call says 404, too. */
function isProjectMissing(error: unknown): boolean {
  return (
    isNotFound(error) &&
    error instanceof OvhClientError &&
    !/invalid \(or empty\) url/i.test(error.apiMessage)
  );
}
