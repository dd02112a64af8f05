import { fieldReferences } from '../form/fieldReferences';
import { readFields } from '../form/readPages';
import { readSteps } from '../form/readSteps';
import type { StaticRule } from './StaticRule';

/** What the page of a change gives beside the fields: the resource that is to be changed. */
const GIVEN = ['resourceId'];

/** What a user fills in goes somewhere, and what the steps take from the form is there. */
export const formFields: StaticRule = {
  name: 'fields',
  check({ template }) {
    if (!template) return [];
    const fields = readFields(template);
    const names = new Set([...GIVEN, ...fields.map(({ name }) => name)]);
    const taken = readSteps(template).map(({ whole, path }) => ({
      path,
      ...fieldReferences(withoutCopy(whole)),
    }));
    const output = fieldReferences(
      (template.value as { spec?: { output?: unknown } })?.spec?.output,
    );

    const all = taken.some(step => step.all);
    const reached = new Set(
      taken.flatMap(step => step.fields.map(({ name }) => name)),
    );
    const unknown = [
      ...taken,
      { path: ['spec', 'output'], fields: output.fields },
    ].flatMap(({ path, fields: references }) =>
      references
        .filter(({ name }) => !names.has(name))
        .map(({ name, path: inner }) =>
          template.finding(
            [...path, ...inner],
            `parameters.${name} is no field of the form`,
          ),
        ),
    );
    const lost = fields
      // Such a field shows something and asks nothing.
      .filter(({ schema }) => schema.type !== 'null' && !schema.readOnly)
      .filter(({ name }) => !all && !reached.has(name))
      .map(({ name, path }) =>
        template.finding(
          path,
          `no step takes parameters.${name}: what a user fills in would be lost`,
        ),
      );
    return [...lost, ...unknown];
  },
};

/** What a step keeps of the whole form, to show it again for a change, takes no field anywhere. */
function withoutCopy(step: unknown): unknown {
  const { input, ...rest } = step as { input?: Record<string, unknown> };
  const { parameters: _copy, ...taken } = input ?? {};
  return { ...rest, input: taken };
}
