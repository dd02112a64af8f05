import { createHmac, timingSafeEqual } from 'node:crypto';
import { PlaceMap } from '../environments/PlaceMap.ts';
import type { Place } from '../evaluate/Evaluator.ts';

export type StreamTicketsOptions = { secret: string; now: () => Date };

const LIFE_MS = 86_400_000;
const RENEW_MS = 600_000;

/**
 * Lets a browser's EventSource in, which can send no header: an environment and
 * an end, signed. All it allows is to learn that something has changed.
 */
export class StreamTickets {
  readonly #options: StreamTicketsOptions;
  readonly #issued = new PlaceMap<{ ticket: string; renewAt: number }>();

  constructor(options: StreamTicketsOptions) {
    this.#options = options;
  }

  /** The same for some minutes: each bulk evaluation has one. */
  issue({ project, environment }: Place): string {
    const now = this.#options.now().getTime();
    const known = this.#issued.get(project, environment);
    if (known && known.renewAt > now) return known.ticket;
    const ticket = this.#make(`${project}/${environment}/${now + LIFE_MS}`);
    const renewAt = now + RENEW_MS;
    this.#issued.set(project, environment, { ticket, renewAt });
    return ticket;
  }

  #make(content: string): string {
    return `${Buffer.from(content).toString('base64url')}.${this.#sign(content)}`;
  }

  /** @returns nothing for one that is forged or over */
  check(ticket: string): Place | undefined {
    const [encoded = '', signature = ''] = ticket.split('.');
    const content = Buffer.from(encoded, 'base64url').toString('utf8');
    const given = Buffer.from(signature);
    const right = Buffer.from(this.#sign(content));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return;
    const [project = '', environment = '', ends] = content.split('/');
    if (Number(ends) <= this.#options.now().getTime()) return;
    return { project, environment };
  }

  #sign(content: string): string {
    return createHmac('sha256', this.#options.secret)
      .update(`stream:${content}`)
      .digest('base64url');
  }
}
