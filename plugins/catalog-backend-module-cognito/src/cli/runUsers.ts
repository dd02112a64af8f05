import { CommanderError } from 'commander';
import { DirectoryFileError } from '../directory';
import { TooManyRemovalsError } from '../plan';
import { createProgram } from './createProgram';
import { exitCodes, type ExitCode } from './exitCodes';
import { explainError } from './explainError';
import type { Output } from './Output';

/** Runs the command with arguments as after its name; never throws. */
export async function runUsers(
  args: string[],
  output: Output,
  cwd: string,
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  const program = createProgram({
    output,
    cwd,
    onExit: result => {
      code = result;
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // It has written its message, or the help, itself.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.failed;
    }
    if (error instanceof DirectoryFileError) {
      output.err(`${error.message}\n`);
      return exitCodes.filesNotUsable;
    }
    if (error instanceof TooManyRemovalsError) {
      output.err(`${error.message}\n`);
      return exitCodes.tooManyRemovals;
    }
    output.err(`${explainError(error as Error)}\n`);
    return exitCodes.failed;
  }
}
