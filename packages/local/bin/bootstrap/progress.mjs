/**
 * Lines with the seconds since the command was given. The same form as
 * createProgress.ts writes after the handing over.
 */
export function createProgress({
  startedAt = Date.now(),
  out = process.stdout,
} = {}) {
  const write = text => {
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    out.write(`${seconds.padStart(7)} s  ${text}\n`);
  };
  return {
    startedAt,
    line: write,
    fail(error) {
      const [first, ...rest] = String(error?.message ?? error).split('\n');
      write(`FAILED: ${first}`);
      for (const line of rest) out.write(`           ${line}\n`);
      if (error?.hint) out.write(`           ${error.hint}\n`);
    },
  };
}

/** An error whose `hint` says what to do about it. */
export function failure(message, hint, cause) {
  return Object.assign(new Error(message, { cause }), { hint });
}
