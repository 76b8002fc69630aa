/** All times are milliseconds since 1970 (UTC), whole ones: PostgreSQL takes no others. */
export type Time = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
