import { LocalError } from './LocalError';

export type Progress = {
  /** One line with the seconds since the command was given. */
  line(text: string): void;
  /** Runs a step, and says what it is and, when it took a while, how long. */
  step<T>(title: string, run: () => Promise<T>): Promise<T>;
  fail(error: unknown): void;
};

type Output = { write(text: string): unknown };

const QUIET_SECONDS = 15;

/** Lines of the same form as bin/bootstrap/progress.mjs, counting on from there. */
export function createProgress(
  options: { startedAt?: number; out?: Output; now?: () => number } = {},
): Progress {
  const {
    now = Date.now,
    out = process.stdout,
    startedAt = Number(process.env.TERRASTAGE_STARTED_AT) || now(),
  } = options;
  const seconds = (since: number) => ((now() - since) / 1000).toFixed(1);
  const line = (text: string) => {
    out.write(`${seconds(startedAt).padStart(7)} s  ${text}\n`);
  };
  return {
    line,
    async step(title, run) {
      const since = now();
      line(title);
      const timer = setInterval(
        () => line(`  still at it: ${title}`),
        QUIET_SECONDS * 1000,
      );
      try {
        return await run();
      } finally {
        clearInterval(timer);
        if (now() - since > 2000) line(`  took ${seconds(since)} s`);
      }
    },
    fail(error) {
      const message = error instanceof Error ? error.message : String(error);
      const [first, ...rest] = message.split('\n');
      line(`FAILED: ${first}`);
      for (const more of rest) out.write(`           ${more}\n`);
      if (error instanceof LocalError) {
        out.write(`           ${error.hint}\n`);
      }
    },
  };
}
