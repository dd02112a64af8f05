import { z } from 'zod';
import { Output, jsonValueSchema } from '../protocol';
import type { TerraformCli } from './TerraformCli';
import { readCommand } from './readCommand';

const outputsSchema = z.record(
  z.string(),
  z.object({ sensitive: z.boolean(), value: jsonValueSchema }),
);

export function outputArgs(): string[] {
  return ['output', '-json'];
}

/** `terraform output`: the outputs in the state, without the values of sensitive ones. */
export async function output(
  cli: TerraformCli,
): Promise<Record<string, Output>> {
  const outputs = await readCommand(cli, {
    args: outputArgs(),
    schema: outputsSchema,
  });
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { sensitive, value }]) => [
      name,
      sensitive ? { sensitive } : { sensitive, value },
    ]),
  );
}
