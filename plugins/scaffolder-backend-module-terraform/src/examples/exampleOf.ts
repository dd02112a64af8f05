import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** One step of a template as an example on the page of installed actions. */
export function exampleOf(
  description: string,
  step: { id: string; action: string; name: string; input: object },
): TemplateExample {
  return { description, example: stringify({ steps: [step] }) };
}
