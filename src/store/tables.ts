import type { Generated, GeneratedAlways } from 'kysely';

/** The tables as the queries see them. Times are milliseconds since 1970; JSON is stored as text. */
export type Tables = {
  orders: {
    id: string;
    /** Grows by one with each event: a save names the version it was made from (compare-and-swap). */
    version: number;
    state: string;
    requester: string;
    /** The project's name while the order is open, null once it ended: unique, so no two orders share it. */
    open_name: string | null;
    /** Whether the order has a name there: 1, or 0. The database makes it. */
    is_open: GeneratedAlways<number>;
    /** The order at OVHcloud, unique: one order there is never in two rows. */
    ovh_order_id: number | null;
    body: string;
    /** When the next step is due; null while the order waits for nothing. */
    run_at: number | null;
    /** When the order's messages in Slack have to be synced; null while they are. */
    sync_at: number | null;
    locked_by: string | null;
    locked_until: number | null;
    /** Who held the lease when it was last claimed; null if no one did. */
    last_locked_by: string | null;
    /** How often the order was claimed since its last event. */
    attempts: number;
    created_at: number;
    updated_at: number;
    /** When an order ended that still holds a voucher or a payment link; null: open, or nothing to erase. */
    redactable_since: number | null;
    /** The monthly budget of a ready project whose spend is read, in whole units of its currency; null: it is not. */
    monthly_budget: number | null;
    /** Random text that goes into the hash of the row: another one with each event. */
    salt: string;
  };
  order_events: {
    order_id: string;
    version: number;
    at: number;
    /** A Slack user id, an operator (`operator:alice`), or null for the app itself. */
    actor: string | null;
    type: string;
    payload: string;
    /** Its place in the chain of all events, and its hash there: see audit-chain.ts. */
    sequence: number;
    hash: string;
    /** Digest of the order's row as this event left it: see tampering.ts. */
    row_hash: string;
  };
  /** One row: the end of the chain of events. */
  audit_head: { sequence: number; hash: string };
  /** Digests of the signed requests of the last minutes: each acts once. */
  seen_requests: { key: string; expires_at: number };
  /** The vouchers that were checked for a person within the last hour and not accepted, or not yet. */
  voucher_checks: { person: string; place: number; at: number };
  /** Who has the app's Home open, or had it recently. */
  homes: {
    user_id: string;
    opened_at: number;
    /** The first row shown of each list in it, as JSON. */
    pages: string;
    /** Slack's name for the version that was published last; null before that. */
    hash: string | null;
    /** Digest of what was published last. */
    content_hash: string | null;
  };
  messages: {
    order_id: string;
    /** Which message of the order this is. */
    key: string;
    channel: string;
    /** Slack's name of the message; null while it is not known to be there. */
    ts: string | null;
    /** Digest of the content last shown. */
    content_hash: string | null;
    /** Slack's link to it; null where it was not asked for. */
    permalink: Generated<string | null>;
    posting_since: number | null;
    /** How often in a row Slack refused to post or update it, with which code and since when; null: not the last time. */
    attempts: Generated<number>;
    error: Generated<string | null>;
    refused_since: Generated<number | null>;
    /** When to try again; null: nothing was refused, or it is not tried again. */
    retry_at: Generated<number | null>;
  };
};
