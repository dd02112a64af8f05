const LIMIT_MS = 20_000;
const ASK_MS = 20;

/** Waits for a condition; its last error or answer is in the failure. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  limitMs = LIMIT_MS,
): Promise<T> {
  const begun = performance.now();
  let last: unknown;
  while (performance.now() - begun < limitMs) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise(resolve => setTimeout(resolve, ASK_MS));
  }
  throw new Error(`${what} did not come to pass within ${limitMs / 1000} s`, {
    cause: last,
  });
}
