import { z } from 'zod';
import type { TerraformCli } from './TerraformCli';
import { TerraformDiagnostic, diagnosticSchema } from './messages';
import { readCommand } from './readCommand';

const validationSchema = z.object({
  valid: z.boolean(),
  diagnostics: z.array(diagnosticSchema),
});

export function validateArgs(): string[] {
  return ['validate', '-json'];
}

/** `terraform validate`: the diagnostics; empty when the module is well-formed. */
export async function validate(
  cli: TerraformCli,
): Promise<TerraformDiagnostic[]> {
  const validation = await readCommand(cli, {
    args: validateArgs(),
    schema: validationSchema,
    // 1 stands for an invalid module; the document says why.
    exitCodes: [0, 1],
  });
  return validation.diagnostics;
}
