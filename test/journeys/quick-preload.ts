import { DEFAULT_TIMING } from '../../src/worker/options.ts';
import { QUICK_CHECKOUTS } from './quick-checkouts.ts';

// Loaded with --import before an app that is a process of its own.
Object.assign(DEFAULT_TIMING, { leaseMs: 2_000, pollMs: 200, checkout: QUICK_CHECKOUTS });
