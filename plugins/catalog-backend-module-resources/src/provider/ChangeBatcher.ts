/** Gathers the ids of what has changed, and hands them over once for each interval. */
export class ChangeBatcher {
  private readonly ids = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  /** @param intervalMs - from the first id to the handing over. Later ids don't put it off. */
  constructor(
    private readonly intervalMs: number,
    private readonly onBatch: (ids: string[]) => void,
  ) {}

  add(id: string): void {
    this.ids.add(id);
    this.timer ??= setTimeout(() => this.flush(), this.intervalMs).unref();
  }

  /** Forgets what was gathered. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.ids.clear();
  }

  private flush(): void {
    const ids = [...this.ids];
    this.stop();
    this.onBatch(ids);
  }
}
