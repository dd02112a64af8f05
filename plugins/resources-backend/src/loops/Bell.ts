/** Wakes one loop from its wait. A ring while nobody waits is kept: the next wait returns at once. */
export class Bell {
  private rung = false;
  private wake = () => {};

  ring(): void {
    this.rung = true;
    this.wake();
  }

  /** Until it rings, until the time is over, or until the signal aborts, whichever comes first. */
  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.rung && !signal.aborted) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(() => this.wake(), milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', this.wake);
          resolve();
        };
        signal.addEventListener('abort', this.wake);
      });
      this.wake = () => {};
    }
    this.rung = false;
  }
}
