import type { IncomingMessage } from 'node:http';

export interface Fault {
  /** Such as `POST`. Default: every one. */
  method?: string;
  /** A part of the path and query. Default: every one. */
  path?: string;
  /**
   * A status, with `retryAfter` in seconds where that is said; `reset`: the connection breaks before anything is done;
   * `lost`: it is done, and the connection breaks before the answer.
   */
  answer: number | 'reset' | 'lost';
  retryAfter?: number;
  /** For how many requests. Default: until `clear`. */
  times?: number;
}

/** What goes wrong between a client and the API server, as a test wants it. */
export class Faults {
  private faults: Fault[] = [];
  /** How many requests were hit. */
  hits = 0;

  add(fault: Fault): void {
    this.faults.push({ ...fault });
  }

  clear(): void {
    this.faults = [];
  }

  take({ method, url }: IncomingMessage): Fault | undefined {
    const fault = this.faults.find(
      candidate =>
        candidate.times !== 0 &&
        (!candidate.method || candidate.method === method) &&
        (!candidate.path || url?.includes(candidate.path)),
    );
    if (fault) {
      this.hits += 1;
      if (fault.times !== undefined) {
        fault.times -= 1;
      }
    }
    return fault;
  }
}
