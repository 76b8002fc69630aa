/** OVHcloud's clock beside this machine's. */
export type OvhClock = {
  /** OVHcloud's clock minus ours, in seconds: read once, and kept until it is read again. Rejects if it cannot be read. */
  difference(): Promise<number>;
  /** The same, read afresh. */
  read(): Promise<number>;
  /** The difference that was read last; 0 before that. */
  lastDifference(): number;
  /** This machine's clock, in whole seconds since 1970. */
  seconds(): number;
};

/** `askTime` asks OVHcloud for its time (unix seconds); `now` is this machine's clock (ms since 1970). */
export function createClock(askTime: () => Promise<number>, now: () => number): OvhClock {
  let known: Promise<number> | undefined;
  let last = 0;
  const seconds = () => Math.round(now() / 1000);

  function read(): Promise<number> {
    const reading = askTime().then((theirs) => {
      last = theirs - seconds();
      return last;
    });
    known = reading;
    reading.catch(() => {
      known = undefined;
    });
    return reading;
  }

  return { difference: () => known ?? read(), read, lastDifference: () => last, seconds };
}
