import { runProgram } from './runProgram';

/** The command line of a process, or nothing when there is no such process. */
export async function processArgs(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await runProgram('ps', [
      '-ww',
      '-o',
      'args=',
      '-p',
      String(pid),
    ]);
    return stdout.trim();
  } catch {
    return undefined;
  }
}
