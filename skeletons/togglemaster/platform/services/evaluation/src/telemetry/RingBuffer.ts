/** Keeps the newest so many; what it overwrites is lost and counted. */
export class RingBuffer<T> {
  readonly #items: (T | undefined)[];
  #start = 0;
  #size = 0;

  constructor(capacity: number) {
    this.#items = new Array<T | undefined>(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** @returns whether the oldest had to go */
  push(item: T): boolean {
    const { length } = this.#items;
    this.#items[(this.#start + this.#size) % length] = item;
    if (this.#size < length) {
      this.#size += 1;
      return false;
    }
    this.#start = (this.#start + 1) % length;
    return true;
  }

  /** Takes out the oldest, at most so many. */
  take(limit: number): T[] {
    const count = Math.min(limit, this.#size);
    const taken = Array.from({ length: count }, (_, i) => {
      const at = (this.#start + i) % this.#items.length;
      const item = this.#items[at] as T;
      this.#items[at] = undefined;
      return item;
    });
    this.#start = (this.#start + count) % this.#items.length;
    this.#size -= count;
    return taken;
  }
}
