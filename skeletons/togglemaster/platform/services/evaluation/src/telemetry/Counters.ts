import type { Counter } from './TelemetryMessage.ts';

/**
 * How often each flag was answered in which way. An evaluation is counted by
 * walking maps: making one key of its five names costs three times as much.
 */
export class Counters {
  readonly #limit: number;
  /** By project, environment and flag; a flag has few variants and reasons. */
  #projects = new Map<string, Map<string, Map<string, Counter[]>>>();
  #all: Counter[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#all.length;
  }

  /** @returns what it is counted in, good until `take`; nothing where there is no room for it */
  add(one: Omit<Counter, 'count'>): Counter | undefined {
    const { project, environment, flag, variant, reason } = one;
    const counters = this.#projects.get(project)?.get(environment)?.get(flag);
    if (counters) {
      for (const counter of counters) {
        if (counter.variant === variant && counter.reason === reason) {
          counter.count += 1;
          return counter;
        }
      }
    }
    if (this.#all.length >= this.#limit) return undefined;
    const counter = { project, environment, flag, variant, reason, count: 1 };
    this.#all.push(counter);
    if (counters) counters.push(counter);
    else this.#flagsOf(project, environment).set(flag, [counter]);
    return counter;
  }

  /** All of them; counting begins anew. */
  take(): Counter[] {
    const all = this.#all;
    this.#all = [];
    this.#projects = new Map();
    return all;
  }

  #flagsOf(project: string, environment: string): Map<string, Counter[]> {
    let environments = this.#projects.get(project);
    if (!environments) {
      environments = new Map();
      this.#projects.set(project, environments);
    }
    let flags = environments.get(environment);
    if (!flags) {
      flags = new Map();
      environments.set(environment, flags);
    }
    return flags;
  }
}
