import type { z } from 'zod';
import { InstallError } from '../InstallError';
import { commandEnvironment } from './commandEnvironment';
import { runCommand, type CommandResult } from './runCommand';

export interface CommandsOptions {
  env: Readonly<Record<string, string | undefined>>;
  /** Nothing that changes something is run. */
  dryRun: boolean;
  say: (line: string) => void;
  /** Gets what every program says. */
  log: (line: string) => void;
  signal: AbortSignal;
}

export interface CallOptions {
  cwd?: string;
  /** Exit codes besides 0 that are answers and no failures. */
  answers?: number[];
  /** What to do when it fails. */
  hint?: string;
  /** What it says is shown as it comes. */
  shown?: boolean;
}

const AGAIN = 'Run the same command again: it goes on where this ended.';

/** The programs that an installation runs: those that only look, also in a dry run, and those that change something. */
export class Commands {
  private readonly env: Record<string, string>;

  constructor(private readonly options: CommandsOptions) {
    this.env = commandEnvironment(options.env);
  }

  get dryRun(): boolean {
    return this.options.dryRun;
  }

  /** For all programs from now on. */
  setVariable(name: string, value: string): void {
    this.env[name] = value;
  }

  /** @throws InstallError */
  async look(
    file: string,
    args: string[],
    options: CallOptions = {},
  ): Promise<CommandResult> {
    const { log, say, signal } = this.options;
    const line = [file, ...args].join(' ');
    if (signal.aborted) throw this.interrupted(line);
    log(`$ ${line}`);
    const result = await runCommand(file, args, {
      cwd: options.cwd,
      env: this.env,
      signal,
      onLine: text => {
        log(text);
        if (options.shown) say(`    ${text}`);
      },
    });
    if (signal.aborted) throw this.interrupted(line);
    if ([0, ...(options.answers ?? [])].includes(result.code as number)) {
      return result;
    }
    if (result.code === 'ENOENT') {
      throw new InstallError(
        `There is no program ${file} on PATH`,
        'Install it; deploy/README.md says which versions do.',
      );
    }
    throw new InstallError(
      [
        `${line}`,
        `ended with ${result.code}`,
        ...(options.shown ? [] : result.lines),
      ].join('\n'),
      options.hint ? `${options.hint}\n${AGAIN}` : AGAIN,
    );
  }

  /** What a program says as JSON. @throws InstallError also for an answer of another form */
  async json<T>(
    schema: z.ZodType<T>,
    file: string,
    args: string[],
    options: CallOptions = {},
  ): Promise<T> {
    const { stdout } = await this.look(file, args, options);
    try {
      return schema.parse(JSON.parse(stdout || 'null'));
    } catch (error) {
      throw new InstallError(
        `${[file, ...args].join(' ')} gave another answer than was expected: ${
          (error as Error).message
        }`,
        'Is it another version than deploy/README.md says?',
        { cause: error },
      );
    }
  }

  /** Runs a program that changes something; a dry run only says so. @throws InstallError */
  async change(
    file: string,
    args: string[],
    options: CallOptions = {},
  ): Promise<void> {
    if (this.dryRun) {
      this.options.say(`  would run: ${[file, ...args].join(' ')}`);
      return;
    }
    await this.look(file, args, { shown: true, ...options });
  }

  private interrupted(line: string): InstallError {
    return new InstallError(`Interrupted in: ${line}`, AGAIN);
  }
}
