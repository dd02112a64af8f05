import type { TelemetryMessage } from './TelemetryMessage.ts';

export type BatchEntry = { id: string; body: string };

const MAX_ENTRIES = 10;
/** SQS allows 256 KiB for all bodies of a batch together; a little is left. */
const MAX_BYTES = 250 * 1024;

/** Other characters that SQS refuses stand as escapes in JSON; these may come in any targeting key. */
const REFUSED = /[\ufffe\uffff]/g;

const bodyOf = (message: TelemetryMessage) =>
  JSON.stringify(message).replace(REFUSED, '\ufffd');

/** Messages as batches that SQS takes. */
export function batches(messages: TelemetryMessage[]): BatchEntry[][] {
  const all: BatchEntry[][] = [];
  let batch: BatchEntry[] = [];
  let bytes = 0;
  for (const message of messages) {
    const body = bodyOf(message);
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
