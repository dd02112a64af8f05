import type { TerraformDiagnostic } from '../terraform/messages';
import { hintFor } from './hintFor';

/** A diagnostic on one line: where, what, why, and what to do where that is known. */
export function diagnosticText(diagnostic: TerraformDiagnostic): string {
  const { summary, detail, address, range } = diagnostic;
  const where =
    address ?? (range ? `${range.filename}:${range.start.line}` : undefined);
  const what = [summary, detail]
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(': ');
  const hint = hintFor(diagnostic);
  return `${where ? `${where}: ` : ''}${what}${hint ? `. ${hint}` : ''}`;
}
