// Loaded with --import before a replica, whose clock is ahead of everyone else's by this, or behind.
const aheadMs = Number(process.env.TEST_CLOCK_AHEAD_MS ?? 0);
const { now } = Date;
Date.now = () => now() + aheadMs;
