/** All times are milliseconds since 1970 (UTC), whole ones: PostgreSQL takes no others. */
export type Time = number;
