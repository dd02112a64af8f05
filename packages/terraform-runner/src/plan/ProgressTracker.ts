import type { ChangeAction, RunnerEventBody } from '../protocol';
import { PlannedChange, plannedAction } from './plannedAction';

type Progress = Omit<Extract<RunnerEventBody, { type: 'progress' }>, 'type'>;

/**
 * Follows an apply by its messages: Terraform repeats the plan's changes, then tells of each as it works on
 * it. A replacement is done when both of its halves are.
 */
export class ProgressTracker {
  readonly #actions = new Map<string, ChangeAction>();
  readonly #left = new Map<string, number>();
  readonly #current = new Map<string, Progress['current'][number]>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  planned(change: PlannedChange): void {
    const action = plannedAction(change);
    if (action !== 'no-op' && action !== 'read') {
      this.#actions.set(change.resource.addr, action);
      this.#left.set(change.resource.addr, action === 'replace' ? 2 : 1);
    }
  }

  /** False for what is not among the changes, such as a data source. */
  started(address: string): boolean {
    const action = this.#actions.get(address);
    if (!action) {
      return false;
    }
    const since = this.#now().toISOString();
    this.#current.set(address, { address, action, since });
    return true;
  }

  completed(address: string): boolean {
    this.#current.delete(address);
    const left = this.#left.get(address);
    if (left === undefined) {
      return false;
    }
    this.#left.set(address, Math.max(0, left - 1));
    return true;
  }

  errored(address: string): boolean {
    return this.#current.delete(address);
  }

  progress(): Progress {
    const left = [...this.#left.values()];
    return {
      done: left.filter(count => count === 0).length,
      total: left.length,
      current: [...this.#current.values()],
    };
  }
}
