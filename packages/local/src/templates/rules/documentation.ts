import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldReferences } from '../form/fieldReferences';
import { readFields } from '../form/readPages';
import { readSkeletonSteps } from '../form/readSteps';
import type { TemplateSet } from '../read/TemplateSet';
import type { StaticRule } from './StaticRule';

/** There is a page for users that names what they can fill in and what comes out, and a README for whoever changes it. */
export const documentation: StaticRule = {
  name: 'documentation',
  check(set) {
    const { root, name, skeleton } = set;
    const page = `catalog/docs/resources/${name}.md`;
    const readme =
      skeleton && !existsSync(join(root, skeleton.folder, 'README.md'))
        ? [{ file: skeleton.folder, message: 'has no README.md' }]
        : [];
    if (!existsSync(join(root, page))) {
      return [
        ...readme,
        {
          file: page,
          message: `is not there: what ${name} makes, costs and does when it is deleted`,
        },
      ];
    }
    const text = readFileSync(join(root, page), 'utf8');
    const says = (word: string) => text.includes(`\`${word}\``);
    const titles = titlesByVariable(set);
    const unnamed = (skeleton?.module.variables ?? [])
      .map(variable => variable.name)
      .filter(
        variable =>
          !says(variable) &&
          !(titles.get(variable) ?? []).some(title =>
            text.includes(`**${title}**`),
          ),
      );
    const outputs = (skeleton?.module.outputs ?? [])
      .map(output => output.name)
      .filter(output => !says(output));
    return [
      ...readme,
      ...unnamed.map(variable => ({
        file: page,
        message: `does not name the variable \`${variable}\`, nor its field in bold`,
      })),
      ...outputs.map(output => ({
        file: page,
        message: `does not name the output \`${output}\``,
      })),
    ];
  },
};

/** What the form calls the fields that reach a variable. */
function titlesByVariable({ template }: TemplateSet): Map<string, string[]> {
  const titles = new Map<string, string[]>();
  if (!template) return titles;
  const fields = readFields(template);
  for (const { input } of readSkeletonSteps(template)) {
    for (const [variable, value] of Object.entries(input.variables ?? {})) {
      const names = fieldReferences(value).fields.map(field => field.name);
      titles.set(
        variable,
        fields
          .filter(field => names.includes(field.name))
          .map(field => String(field.schema.title)),
      );
    }
  }
  return titles;
}
