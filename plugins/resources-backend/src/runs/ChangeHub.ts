import { EventEmitter } from 'node:events';
import type { RunRecord } from './RunRecord';

export interface Change {
  readonly runId: string;
  readonly resourceId: string;
  /** The run, when this was its end. */
  readonly ended?: RunRecord;
}

/**
 * Says within this process that a run or its resource has changed, after the commit. It is a hint to look, not the
 * news itself: changes by another portal on the same database don't come through here, so who listens polls too.
 */
export class ChangeHub {
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  announce(change: Change): void {
    this.emitter.emit(change.runId);
    this.emitter.emit('any', change);
  }

  /** New events of a run whose status is as it was. */
  announceEvents(runId: string): void {
    this.emitter.emit(runId);
  }

  /** @returns ends it. */
  onChange(listener: (change: Change) => void): () => void {
    this.emitter.on('any', listener);
    return () => this.emitter.off('any', listener);
  }

  /** @returns ends it. */
  onRun(runId: string, listener: () => void): () => void {
    this.emitter.on(runId, listener);
    return () => this.emitter.off(runId, listener);
  }
}
