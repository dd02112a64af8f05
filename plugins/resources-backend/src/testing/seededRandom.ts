/** Numbers that look random and are the same for a seed, so that what fails can be tried again (mulberry32). */
export function seededRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number) =>
    min + Math.floor(next() * (max - min + 1));
  return {
    /** From min to max, both included. */
    int,
    pick: <T>(from: readonly T[]): T => from[int(0, from.length - 1)],
    text: (letters: string, min: number, max: number) =>
      Array.from({ length: int(min, max) }, () =>
        letters.charAt(int(0, letters.length - 1)),
      ).join(''),
  };
}
