import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { Entity } from '@backstage/catalog-model';
import { readSteps } from '../form/readSteps';
import type { YamlFile, YamlPath } from '../read/YamlFile';
import type { StaticRule } from './StaticRule';

/** A template is one by Backstage's own schema, is named after its folder, and each of its steps has an id of its own. */
export const templateEntity: StaticRule = {
  name: 'template',
  async check({ root, name, template }) {
    if (!template) {
      // A skeleton alone is one that no form offers yet.
      const folder = `templates/${name}`;
      return existsSync(join(root, folder))
        ? [{ file: folder, message: 'has no template.yaml' }]
        : [];
    }
    if (template.faults.length) return template.faults;
    const fault = await schemaFault(template);
    if (fault) return [template.finding(...fault)];

    const entity = template.value as Entity;
    const misnamed = entity.metadata.name !== name;
    const ids = readSteps(template).map(
      ({ whole }) => (whole as { id?: string }).id,
    );
    return [
      ...(misnamed
        ? [
            template.finding(
              ['metadata', 'name'],
              `must be ${name}, as its folder is: links and the documentation follow from it`,
            ),
          ]
        : []),
      ...ids.flatMap((id, index) =>
        id !== undefined && ids.indexOf(id) < index
          ? [
              template.finding(
                ['spec', 'steps', index, 'id'],
                `two steps have the id ${id}`,
              ),
            ]
          : [],
      ),
    ];
  },
};

async function schemaFault(
  template: YamlFile,
): Promise<[YamlPath, string] | undefined> {
  try {
    const isTemplate = await templateEntityV1beta3Validator.check(
      template.value as Entity,
    );
    return isTemplate
      ? undefined
      : [[], 'is not a scaffolder.backstage.io/v1beta3 Template'];
  } catch (error) {
    // Backstage's validator says `/spec/steps/0 must have required property 'action' - …` of the first fault alone.
    const { message } = error as Error;
    const [, pointer = '', what = message] =
      /^(?:<root>|(\/\S*)) (.*)$/s.exec(message) ?? [];
    return [pointer.split('/').slice(1), `${pointer} ${what}`.trim()];
  }
}
