import { environmentRules } from '@terrastage/plugin-resources-common';
import Ajv2020 from 'ajv/dist/2020';
import type { Finding } from '../Finding';
import { manifestOf } from '../read/manifestOf';
import type { StaticRule } from './StaticRule';

const ajv = new Ajv2020({ allErrors: true, strict: false });

/** There are samples, each with its plan written down, and the portal would accept what they say in some environment. */
export const samples: StaticRule = {
  name: 'samples',
  check({ skeleton }) {
    if (!skeleton) return [];
    const { folder } = skeleton;
    if (!skeleton.samples.length) {
      return [
        {
          file: `${folder}/samples`,
          message: 'there is no sample to plan: write samples/minimal.json',
        },
      ];
    }
    const manifest = manifestOf(skeleton);
    return skeleton.samples.flatMap(({ name, faults, plan, variables }) => {
      if (faults.length) {
        return faults.map(({ file, message }) => ({
          file: `${folder}/${file}`,
          message: `cannot be read: ${message}`,
        }));
      }
      const file = `${folder}/samples/${name}.json`;
      const findings: Finding[] = plan
        ? []
        : [
            {
              file: `${folder}/samples/${name}.plan.json`,
              message: 'is not there: write it with --update, and read it',
            },
          ];
      if (!manifest) return findings;
      const filled = Object.values(manifest.uses ?? {}).flatMap(use =>
        Object.keys(use.variables),
      );
      const asked = Object.fromEntries(
        Object.entries(variables).filter(([key]) => !filled.includes(key)),
      );
      const environments = Object.keys(manifest.environments ?? {});
      const verdicts = (environments.length ? environments : ['any']).map(
        environment => {
          const { defaults, schema } = environmentRules(manifest, environment);
          return refusal(schema, { ...defaults, ...asked });
        },
      );
      return verdicts.includes(undefined)
        ? findings
        : [
            ...findings,
            { file, message: `the manifest refuses it: ${verdicts[0]}` },
          ];
    });
  },
};

function refusal(schema: object, variables: object): string | undefined {
  try {
    if (ajv.validate(schema, variables)) return undefined;
    return ajv.errorsText(ajv.errors, { dataVar: 'it' });
  } catch {
    // The manifest's own rule says why its schema cannot be read.
    return undefined;
  } finally {
    ajv.removeSchema(schema);
  }
}
