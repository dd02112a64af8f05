import { Snapshot } from '@togglemaster/rules';
import { memberOf, type EnvironmentRef } from '@togglemaster/snapshots';
import type { EnvironmentView } from './EnvironmentView.ts';
import { PlaceMap } from './PlaceMap.ts';

const EMPTY: EnvironmentView = {
  snapshot: Snapshot.empty,
  versions: { flags: 0, targeting: 0 },
};

export type EnvironmentsOptions = {
  now: () => Date;
  /** Milliseconds without confirmation until answers count as stale. */
  staleAfterMs: number;
};

/** All environments in memory, and how sure we are of them. */
export class Environments {
  readonly #options: EnvironmentsOptions;
  readonly #views = new PlaceMap<EnvironmentView>();
  readonly #behind = new Set<string>();
  readonly #listeners = new Set<(ref: EnvironmentRef) => void>();
  #confirmedAt = 0;
  #connected = false;

  constructor(options: EnvironmentsOptions) {
    this.#options = options;
  }

  /** Whether everything was loaded at least once. */
  get loaded(): boolean {
    return this.#confirmedAt > 0;
  }

  get(project: string, environment: string): EnvironmentView {
    return this.#views.get(project, environment) ?? EMPTY;
  }

  view({ project, environment }: EnvironmentRef): EnvironmentView {
    return this.get(project, environment);
  }

  entries(): Iterable<
    [project: string, environment: string, view: EnvironmentView]
  > {
    return this.#views.entries();
  }

  swap(ref: EnvironmentRef, view: EnvironmentView): void {
    this.#views.set(ref.project, ref.environment, view);
    for (const listener of this.#listeners) listener(ref);
  }

  /** Called with each environment that has changed. */
  onSwap(listener: (ref: EnvironmentRef) => void): void {
    this.#listeners.add(listener);
  }

  /** All versions were compared with Redis just now; these it has not any more. */
  confirm(behind: EnvironmentRef[]): void {
    this.#confirmedAt = this.#options.now().getTime();
    this.#behind.clear();
    for (const ref of behind) this.#behind.add(memberOf(ref));
  }

  setConnected(connected: boolean): void {
    this.#connected = connected;
  }

  /** Whether changes may have been missed for longer than is usual. */
  isStale(project: string, environment: string): boolean {
    const age = this.#options.now().getTime() - this.#confirmedAt;
    return (
      !this.#connected ||
      age > this.#options.staleAfterMs ||
      (this.#behind.size > 0 &&
        this.#behind.has(memberOf({ project, environment })))
    );
  }
}
