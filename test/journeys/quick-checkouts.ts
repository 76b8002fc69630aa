/** For apps that run in real time: OVHcloud shows within seconds what became of a checkout. */
export const QUICK_CHECKOUTS = { lookMs: 1_000, inFlightMs: 4_000, soleCandidateMs: 2_000 };
