import { z } from 'zod';

const diagnosticSchema = z.looseObject({
  severity: z.string(),
  summary: z.string(),
  detail: z.string().default(''),
  range: z
    .looseObject({
      filename: z.string(),
      start: z.looseObject({ line: z.number() }),
    })
    .optional(),
});

const lineSchema = z.looseObject({
  type: z.string(),
  diagnostic: diagnosticSchema.optional(),
});

const validitySchema = z.looseObject({
  diagnostics: z.array(diagnosticSchema),
});

export type Diagnostic = z.infer<typeof diagnosticSchema>;

/** What `terraform validate -json` has to say. */
export function diagnosticsOfValidate(report: string): Diagnostic[] {
  return validitySchema.parse(JSON.parse(report)).diagnostics;
}

/** The errors in the stream of `terraform plan -json`. */
export function errorsOfPlan(report: string): Diagnostic[] {
  return report
    .split('\n')
    .filter(Boolean)
    .flatMap(line => lineSchema.parse(JSON.parse(line)).diagnostic ?? [])
    .filter(({ severity }) => severity === 'error');
}

export function textOf({ summary, detail }: Diagnostic): string {
  return [summary, detail].filter(Boolean).join(': ').replace(/\s+/g, ' ');
}
