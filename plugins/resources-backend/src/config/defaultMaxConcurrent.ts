import os from 'node:os';

const GIB = 1024 ** 3;

export interface Machine {
  /** Bytes of memory that this process may use. */
  memory: number;
  cores: number;
}

/** A container's limits count, not those of the machine below it. */
export function thisMachine(): Machine {
  const constrained = process.constrainedMemory();
  const memory = os.totalmem();
  return {
    memory: constrained > 0 ? Math.min(constrained, memory) : memory,
    cores: os.availableParallelism(),
  };
}

/**
 * How many runs one machine bears: Terraform with the AWS provider takes about 830 MB and three seconds of a
 * processor for each command, so a GiB for each run, and no more than two for each core, since they wait for AWS
 * half of the time.
 */
export function defaultMaxConcurrent(machine: Machine = thisMachine()): number {
  return Math.max(
    1,
    Math.min(Math.floor(machine.memory / GIB), machine.cores * 2),
  );
}
