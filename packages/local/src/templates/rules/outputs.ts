import type { Finding } from '../Finding';
import { manifestOf } from '../read/manifestOf';
import { readSkeleton } from '../read/TemplateSet';
import type { StaticRule } from './StaticRule';

/** What links and relations take from outputs is there: of this skeleton, and of those that it is built on. */
export const outputs: StaticRule = {
  name: 'outputs',
  async check({ root, skeleton }) {
    const manifest = skeleton && manifestOf(skeleton);
    const file = skeleton?.manifest;
    if (!skeleton || !manifest || !file) return [];
    const own = skeleton.module.outputs.map(({ name }) => name);
    const findings: Finding[] = (manifest.links ?? []).flatMap(
      ({ url }, index) =>
        [...url.matchAll(/\{([^}]*)\}/g)]
          .filter(
            ([, name]) =>
              !['name', 'region'].includes(name) &&
              !own.some(output => `output.${output}` === name),
          )
          .map(([placeholder]) =>
            file.finding(
              ['links', index, 'url'],
              `${placeholder} is neither {name}, {region} nor an output of the module`,
            ),
          ),
    );
    for (const [relation, use] of Object.entries(manifest.uses ?? {})) {
      const other = await readSkeleton(root, use.type);
      if (!other) {
        findings.push(
          file.finding(
            ['uses', relation, 'type'],
            `there is no skeleton ${use.type}`,
          ),
        );
        continue;
      }
      const there = other.module.outputs.map(({ name }) => name);
      const taken = [
        ...Object.entries(use.variables).map(([variable, output]) => ({
          output,
          path: ['uses', relation, 'variables', variable],
        })),
        ...Object.entries(use.choices ?? {}).map(([variable, { output }]) => ({
          output,
          path: ['uses', relation, 'choices', variable, 'output'],
        })),
      ];
      findings.push(
        ...taken
          .filter(({ output }) => !there.includes(output))
          .map(({ output, path }) =>
            file.finding(path, `${use.type} has no output ${output}`),
          ),
      );
    }
    return findings;
  },
};
