/** Something that goes wrong with calls of a method (`response_url` for answers to interactions). */
export type Fault = {
  method: string;
  /** How many calls it hits; default 1. */
  times?: number;
  /** Which calls it hits; default all. */
  when?: (args: Record<string, unknown>) => boolean;
} & FaultKind;

/** What goes wrong. */
export type FaultKind =
  /** Slack says no: nothing is done. */
  | { kind: 'error'; error: string }
  /** An HTTP status: nothing is done. `retryAfter` in seconds, for 429. */
  | { kind: 'status'; status: number; retryAfter?: number }
  /** No answer ever: nothing is done. */
  | { kind: 'hang' }
  /** Done, and then the connection breaks. */
  | { kind: 'lose-answer' }
  /** Done and answered `ms` later, even if the caller has given up by then. */
  | { kind: 'delay'; ms: number }
  /** Done and answered once this has come, even if the caller has given up by then. */
  | { kind: 'wait'; until: Promise<unknown> };

/** The faults to come. */
export type Faults = {
  /** Lets calls go wrong from now on; the first fault that fits a call is the one it meets. */
  add: (fault: Fault) => void;
  /** Lets everything go well again. */
  clear: () => void;
  /** The fault that this call meets, counted down. */
  take: (method: string, args: Record<string, unknown>) => Fault | undefined;
};

/** No faults yet. */
export function createFaults(): Faults {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      waiting.length = 0;
    },
    take(method, args) {
      const met = waiting.find(
        ({ fault, left }) => left > 0 && fault.method === method && (fault.when?.(args) ?? true),
      );
      if (met) met.left -= 1;
      return met?.fault;
    },
  };
}
