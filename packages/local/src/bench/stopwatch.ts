/** Seconds that something took, and what came of it. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{ seconds: number; value: T }> {
  const before = performance.now();
  const value = await work();
  return { seconds: (performance.now() - before) / 1000, value };
}
