import { runProgram } from './runProgram';

/** The command lines of all members of a process group. */
export async function groupArgs(group: number): Promise<string[]> {
  const { stdout } = await runProgram('ps', [
    '-A',
    '-ww',
    '-o',
    'pgid=,stat=,args=',
  ]);
  return stdout
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter(match => match && Number(match[1]) === group)
    .filter(match => !match![2].startsWith('Z'))
    .map(match => match![3]);
}
