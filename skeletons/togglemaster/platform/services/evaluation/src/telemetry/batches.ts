import type { TelemetryMessage } from './TelemetryMessage.ts';

export type BatchEntry = { id: string; body: string };

const MAX_ENTRIES = 10;
/** SQS allows 256 KiB for all bodies of a batch together; a little is left. */
const MAX_BYTES = 250 * 1024;

/** Messages as batches that SQS takes. */
export function batches(messages: TelemetryMessage[]): BatchEntry[][] {
  const all: BatchEntry[][] = [];
  let batch: BatchEntry[] = [];
  let bytes = 0;
  for (const message of messages) {
    const body = JSON.stringify(message);
    const size = Buffer.byteLength(body);
    if (batch.length === MAX_ENTRIES || bytes + size > MAX_BYTES) {
      all.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push({ id: message.id, body });
    bytes += size;
  }
  if (batch.length > 0) all.push(batch);
  return all;
}
