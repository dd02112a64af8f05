import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { RunnerEvent } from '../protocol';

const LEFT_OUT = 'The portal did not take an event';

type Entry = { offset: number; length: number } | { line: string };

/**
 * Keeps every event of the attempt, in order, in a file: the portal may be away for hours, and memory is
 * what a machine that runs Terraform has least of. Where the disk is full, events stay in memory.
 */
export class Spool {
  readonly #file: number | undefined;
  readonly #entries: Entry[] = [];
  #size = 0;

  constructor(path: string) {
    this.#file = openOrNothing(path);
  }

  /** The highest sequence number so far. */
  get lastSeq(): number {
    return this.#entries.length;
  }

  /** Appends the event whose sequence number is {@link lastSeq} + 1. */
  append(event: RunnerEvent): void {
    const line = `${JSON.stringify(event)}\n`;
    const bytes = Buffer.from(line, 'utf8');
    try {
      if (this.#file === undefined) {
        throw new Error('no spool file');
      }
      // Positioned, so that what a failed write left behind is overwritten by the next one.
      const written = writeSync(this.#file, bytes, 0, bytes.length, this.#size);
      if (written < bytes.length) {
        throw new Error('short write');
      }
      this.#entries.push({ offset: this.#size, length: bytes.length });
      this.#size += bytes.length;
    } catch {
      this.#entries.push({ line });
    }
  }

  /** The next events after a sequence number: at most `limit`, and `maxBytes` unless the first is larger. */
  after(seq: number, limit: number, maxBytes: number): RunnerEvent[] {
    const events: RunnerEvent[] = [];
    let bytes = 0;
    for (const entry of this.#entries.slice(seq, seq + limit)) {
      bytes += 'line' in entry ? entry.line.length : entry.length;
      if (events.length > 0 && bytes > maxBytes) {
        break;
      }
      events.push(JSON.parse(this.#lineOf(entry)));
    }
    return events;
  }

  /**
   * Puts a line of the log in the place of an event.
   *
   * @returns false when it is one already
   */
  leaveOut(seq: number, reason: string): boolean {
    const entry = this.#entries[seq - 1];
    const event: RunnerEvent = JSON.parse(this.#lineOf(entry));
    if (event.type === 'log' && event.message.startsWith(LEFT_OUT)) {
      return false;
    }
    const replacement: RunnerEvent = {
      seq,
      time: event.time,
      type: 'log',
      source: 'runner',
      level: 'warn',
      message: `${LEFT_OUT} (${event.type}): ${reason}`,
    };
    this.#entries[seq - 1] = { line: JSON.stringify(replacement) };
    return true;
  }

  close(): void {
    if (this.#file !== undefined) {
      closeSync(this.#file);
    }
  }

  #lineOf(entry: Entry): string {
    if ('line' in entry) {
      return entry.line;
    }
    const bytes = Buffer.alloc(entry.length);
    readSync(this.#file!, bytes, 0, entry.length, entry.offset);
    return bytes.toString('utf8');
  }
}

function openOrNothing(path: string): number | undefined {
  try {
    return openSync(path, 'w+', 0o600);
  } catch {
    return undefined;
  }
}
