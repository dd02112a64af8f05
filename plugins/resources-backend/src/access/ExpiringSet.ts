/** Remembers keys for a while; those that have expired go when a new one comes. */
export class ExpiringSet {
  private readonly until = new Map<string, number>();

  constructor(
    /** Milliseconds. */
    private readonly ttl: number,
    private readonly now: () => Date,
  ) {}

  has(key: string): boolean {
    return (this.until.get(key) ?? 0) > this.now().getTime();
  }

  add(key: string): void {
    const time = this.now().getTime();
    for (const [known, until] of this.until) {
      if (until <= time) {
        this.until.delete(known);
      }
    }
    this.until.set(key, time + this.ttl);
  }
}
