const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** For calls of other services, which take from milliseconds to half a minute. */
export const CALL_BUCKETS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** For answers that Slack waits for: at most three seconds. */
export const ACK_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3];

/** For queries, from a row in memory to a database that hardly answers. */
export const QUERY_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 5];

/** For the app's own steps, in seconds; beyond that something is wrong. */
export const WORK_BUCKETS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, MINUTE, 5 * MINUTE, 15 * MINUTE];

/** For what waits for people, or for OVHcloud's own work. */
export const PEOPLE_BUCKETS = [
  10,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
];
