type Handlers = {
  first: () => void;
  /** A second request: the user doesn't want to wait. */
  again: () => void;
};

/** npm and the terminal may both pass on one Ctrl-C. */
const SAME_REQUEST_MS = 1_000;

/**
 * Waits for Ctrl-C, SIGTERM, or the death of the process that gave the command.
 */
export function onStopRequest({ first, again }: Handlers): Promise<void> {
  return new Promise(resolve => {
    let since: number | undefined;
    const ask = () => {
      const at = performance.now();
      if (since === undefined) {
        since = at;
        first();
        resolve();
      } else if (at - since > SAME_REQUEST_MS) {
        again();
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, ask);
    }
    process.once('disconnect', ask);
  });
}
