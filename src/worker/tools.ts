import type { Logger } from '../log.ts';
import type { OvhClient } from '../ovh/client.ts';
import type { Outbound } from '../slack/outbound.ts';
import type { Drawing } from '../slack/surfaces/drawing.ts';
import type { Database } from '../store/database.ts';

/** What the worker's steps have at hand. */
export type Tools = {
  db: Database;
  ovh: OvhClient;
  outbound: Outbound;
  log: Logger;
  /** ms since 1970. */
  now: () => number;
  drawing: Drawing;
  settings: {
    planCode: string;
    autoPay: boolean;
    /** How long approvers have, and so how long the cart has to live. */
    approvalTimeoutMs: number;
    /** False on ovh-us, where GET /me/order takes no dates. */
    orderDateFilter: boolean;
  };
  /** The OVHcloud account's subsidiary, such as `FR`. */
  subsidiary: () => Promise<string>;
};
