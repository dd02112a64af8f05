import { PlaceMap } from '../environments/PlaceMap.ts';
import type { Counter } from './TelemetryMessage.ts';

type Flags = Map<string, Counter[]>;

/**
 * How often each flag was answered in which way. An evaluation is counted by
 * walking maps: making one key of its five names costs three times as much.
 */
export class Counters {
  readonly #limit: number;
  /** A flag has few variants and reasons. */
  #places = new PlaceMap<Flags>();
  #all: Counter[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#all.length;
  }

  /** @returns what it is counted in, good until `take`; nothing where there is no room for it */
  add(one: Omit<Counter, 'count'>, times = 1): Counter | undefined {
    const { project, environment, flag, variant, reason } = one;
    const counters = this.#places.get(project, environment)?.get(flag);
    if (counters) {
      for (const counter of counters) {
        if (counter.variant === variant && counter.reason === reason) {
          counter.count += times;
          return counter;
        }
      }
    }
    if (this.#all.length >= this.#limit) return undefined;
    const names = { project, environment, flag, variant, reason };
    const counter = { ...names, count: times };
    this.#all.push(counter);
    if (counters) counters.push(counter);
    else this.#flagsOf(project, environment).set(flag, [counter]);
    return counter;
  }

  /** All of them; counting begins anew. */
  take(): Counter[] {
    const all = this.#all;
    this.#all = [];
    this.#places = new PlaceMap();
    return all;
  }

  #flagsOf(project: string, environment: string): Flags {
    const known = this.#places.get(project, environment);
    if (known) return known;
    const flags: Flags = new Map();
    this.#places.set(project, environment, flags);
    return flags;
  }
}
