import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Tables } from './tables.ts';

/** An event as it is written down; `payload` is JSON. */
export type EventRecord = Pick<
  Tables['order_events'],
  'order_id' | 'version' | 'at' | 'actor' | 'type' | 'payload' | 'row_hash'
>;

/** The head of the chain: how many events it holds, and the hash of the last one. */
export type AuditHead = { sequence: number; hash: string };

/** The previous hash of the first event. */
export const GENESIS = '0'.repeat(64);

/**
 * The hash of an event in the chain: SHA-256 (hex) over the previous hash, its number, its content and the hash of the row
 * that it left. Vouchers and payment links are not part of it, so redacting them does not break the chain.
 */
export function hashOf(
  record: EventRecord,
  { previousHash, sequence }: { previousHash: string; sequence: number },
): string {
  const { order_id, version, at, actor, type, payload, row_hash } = record;
  const content = [previousHash, sequence, order_id, version, Number(at), actor, type, payload, row_hash];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/**
 * Appends an event to the chain. Do it last in a transaction: until that ends, no other replica can append one.
 */
export async function appendEvent(tx: Kysely<Tables>, record: EventRecord): Promise<void> {
  const head = await lockHead(tx);
  const sequence = head.sequence + 1;
  const hash = hashOf(record, { previousHash: head.hash, sequence });
  await tx
    .insertInto('order_events')
    .values({ ...record, sequence, hash })
    .execute();
  await advanceHead(tx, { sequence, hash });
}

/** Reads the head of the chain and locks it until the transaction ends. */
async function lockHead(tx: Kysely<Tables>): Promise<AuditHead> {
  const { sequence, hash } = await tx
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .$if(isPostgres(tx), (query) => query.forUpdate())
    .executeTakeFirstOrThrow();
  return { sequence: Number(sequence), hash };
}

async function advanceHead(tx: Kysely<Tables>, head: AuditHead): Promise<void> {
  await tx.updateTable('audit_head').set(head).execute();
}
