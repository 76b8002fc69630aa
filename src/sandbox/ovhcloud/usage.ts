import { projectOrder } from './cloud.ts';
import { addSeconds, DAY, toApiDate } from './dates.ts';
import { currencyOf, priceOf, toCents } from './prices.ts';
import type { Call, Route } from './routes.ts';
import type { LocalOrder, LocalUsage, OvhState } from './state.ts';

/** The calls on what a project has used this month. What it costs is set by hand: see `spend`. */
export const usageRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/cloud/project/{serviceName}/usage/current',
    auth: 'signed',
    action: 'publicCloudProject:apiovh:usage/current/get',
    handler: (state, call) => usageAnswer(state, usageBehind(state, call).spent, state.now()),
  },
  {
    method: 'GET',
    template: '/cloud/project/{serviceName}/usage/forecast',
    auth: 'signed',
    action: 'publicCloudProject:apiovh:usage/forecast/get',
    handler(state, call) {
      const { spent, expected } = usageBehind(state, call);
      return { ...usageAnswer(state, spent + expected, monthAround(state.now()).end), usableCredits: null };
    },
  },
];

/** Lets a project cost something this month, in the main unit of the currency: now, and until the month's end. */
export function spend(
  state: OvhState,
  order: LocalOrder,
  { spent = 0, expected = 0 }: { spent?: number; expected?: number },
): void {
  const before = usageOf(state, order);
  order.usage.set(monthAround(state.now()).name, {
    spent: before.spent + toCents(spent),
    expected: before.expected + toCents(expected),
  });
}

/** What a project has used this month; nothing at its beginning. */
export function usageOf(state: OvhState, order: LocalOrder): LocalUsage {
  return order.usage.get(monthAround(state.now()).name) ?? { spent: 0, expected: 0 };
}

function usageBehind(state: OvhState, call: Call): LocalUsage {
  return usageOf(state, projectOrder(state, call));
}

/** The API's cloud.usage.UsageCurrent: the total alone, without the resources that it is made of. */
function usageAnswer(state: OvhState, cents: number, to: Date) {
  const { start } = monthAround(state.now());
  return {
    hourlyUsage: null,
    lastUpdate: toApiDate(state.now()),
    monthlyUsage: null,
    period: { from: toApiDate(start), to: toApiDate(to) },
    resourcesUsage: null,
    totalPrice: priceOf(cents, currencyOf(state.subsidiary).code),
  };
}

/** A month as OVHcloud counts, by the clock that its dates are written in. */
function monthAround(now: Date): { name: string; start: Date; end: Date } {
  const name = toApiDate(now).slice(0, 7);
  const start = new Date(`${name}-01T00:00:00+01:00`);
  const inNextMonth = addSeconds(start, 40 * DAY);
  return { name, start, end: new Date(`${toApiDate(inNextMonth).slice(0, 7)}-01T00:00:00+01:00`) };
}
