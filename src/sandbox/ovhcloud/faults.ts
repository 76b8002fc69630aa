import { matchTemplate } from './templates.ts';

/** What goes wrong with a call, and with how many of the next ones (`times`, 1 unless given). */
type Fault = {
  method: string;
  /** A template such as `/order/cart/{cartId}/checkout`, or a pattern for the path (without host and query). */
  path: string | RegExp;
  times?: number;
} & FaultKind;

export type FaultKind =
  /** Never answers; nothing is done. */
  | { kind: 'hang' }
  /** The socket is destroyed; nothing is done. */
  | { kind: 'reset-before' }
  /** The call is done, then the socket is destroyed without an answer. */
  | { kind: 'lose-answer' }
  /**
   * The socket is destroyed at once, or a 504 is answered; the call is done when `release()` is called. With
   * `despiteDeletion` it is done even if its cart was deleted meanwhile: OVHcloud was already working on it.
   */
  | { kind: 'late'; answer?: 504; despiteDeletion?: boolean }
  /** The call is done; half of the answer's body is sent, then the socket is destroyed, or stays open forever. */
  | { kind: 'cut-body'; ending?: 'destroy' | 'hang' }
  /** A 502 with an HTML page; nothing is done. */
  | { kind: 'html-502' }
  /** A 500 Server::InternalServerError; nothing is done, unless `effect` says that the call is done first. */
  | { kind: 'server-error'; effect?: boolean }
  /** This answer, in JSON or as an HTML page; nothing is done, unless `effect` says that the call is done first. */
  | ({ kind: 'refuse'; status: number; effect?: boolean } & ({ body: unknown } | { page: string }))
  /** The call is done, and its answer changed. */
  | { kind: 'change-answer'; change: (body: Record<string, unknown>) => unknown }
  /** The call is done twice, as by a gateway that repeats it, and answered as the second time. */
  | { kind: 'twice' }
  /** The call is done and answered as usual, but only after this many milliseconds. */
  | { kind: 'delay'; ms: number }
  /** The call is done and answered as always, but only once this has come. */
  | { kind: 'wait'; until: Promise<unknown> };

/** A fault that was added. */
export type ScriptedFault = {
  /** Resolves when the fault strikes for the first time. */
  readonly triggered: Promise<void>;
  /** How often it has struck. */
  readonly count: number;
  /** For `late`: does the calls that were held back, now. */
  release(): void;
};

export type FaultScript = {
  /** Faults on the same call strike in the order in which they were added. */
  add(fault: Fault): ScriptedFault;
  /** Does every held-back `late` call now. */
  release(): void;
  /** Forgets all faults, and the calls that `late` holds back. */
  clear(): void;
};

/** What the server asks the script: which fault strikes this call, if any. */
export type FaultSource = { trigger(method: string, path: string): FaultHit | null };

/** One call hit by a fault. `hold` keeps what a `late` call will do until it is released. */
export type FaultHit = { fault: FaultKind; hold(effect: () => void): void };

/** An empty script of faults. */
export function createFaultScript(): FaultScript & FaultSource {
  let scripted: { left: number; fault: Fault; trigger(): FaultHit }[] = [];
  let held: { owner: object; effect: () => void }[] = [];

  const releaseFrom = (owner: object | null) => {
    const due = held.filter((each) => owner === null || each.owner === owner);
    held = held.filter((each) => !due.includes(each));
    for (const { effect } of due) effect();
  };

  return {
    add(fault) {
      const { promise, resolve } = Promise.withResolvers<void>();
      let count = 0;
      const added: ScriptedFault = {
        triggered: promise,
        get count() {
          return count;
        },
        release: () => releaseFrom(added),
      };
      const trigger = () => {
        count += 1;
        resolve();
        return { fault, hold: (effect: () => void) => held.push({ owner: added, effect }) };
      };
      scripted.push({ left: fault.times ?? 1, fault, trigger });
      return added;
    },
    release: () => releaseFrom(null),
    clear() {
      scripted = [];
      held = [];
    },
    trigger(method, path) {
      const next = scripted.find(({ left, fault }) => left > 0 && hits(fault, method, path));
      if (!next) return null;
      next.left -= 1;
      return next.trigger();
    },
  };
}

function hits(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== method) return false;
  return typeof fault.path === 'string' ? matchTemplate(fault.path, path) !== null : fault.path.test(path);
}
