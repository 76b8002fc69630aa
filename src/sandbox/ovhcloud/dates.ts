const HOUR_MS = 3_600_000;

/**
 * A date as OVHcloud writes it: whole seconds and the offset of France (never `Z`), so that a program that reads it
 * has to cope with both.
 */
export function toApiDate(date: Date): string {
  const inFrance = new Date(date.getTime() + HOUR_MS).toISOString();
  return `${inFrance.slice(0, 19)}+01:00`;
}

/** The date with its milliseconds cut off: OVHcloud's order dates know none. */
export function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

/** The date `seconds` later. */
export function addSeconds(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000);
}

/** In seconds. */
export const DAY = 86_400;
