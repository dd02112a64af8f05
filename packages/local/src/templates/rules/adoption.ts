import { blocksOf } from '@terrastage/terraform-runner/checks';
import type { Finding } from '../Finding';
import { manifestOf } from '../read/manifestOf';
import type { Skeleton } from '../read/TemplateSet';
import type { StaticRule } from './StaticRule';

/** What a manifest says of adoptions is in the module: addresses, output, and the folder that finds more. */
export const adoption: StaticRule = {
  name: 'adoption',
  check({ skeleton }) {
    const file = skeleton?.manifest;
    const adopt = skeleton && manifestOf(skeleton)?.adopt;
    if (!skeleton || !file || !adopt) return [];
    const resources = resourcesIn(skeleton);
    const findings: Finding[] = adopt.imports
      .map(({ to }, index) => ({ to, index }))
      .filter(({ to }) => !resources.has(to.replace(/\[.*$/, '')))
      .map(({ to, index }) =>
        file.finding(
          ['adopt', 'imports', index, 'to'],
          `the module has no ${to}`,
        ),
      );
    if (!skeleton.module.outputs.some(({ name }) => name === adopt.output)) {
      findings.push(
        file.finding(
          ['adopt', 'output'],
          `the module has no output ${adopt.output}`,
        ),
      );
    }
    for (const block of ['variable id', 'variable planned', 'output imports']) {
      if (adopt.lookup && !hasBlock(skeleton, adopt.lookup, block)) {
        findings.push(
          file.finding(
            ['adopt', 'lookup'],
            `the folder ${adopt.lookup} needs a module with the ${block}`,
          ),
        );
      }
    }
    return findings;
  },
};

function resourcesIn({ module }: Skeleton): Set<string> {
  return new Set(
    module.files
      .filter(({ folder }) => folder === '')
      .flatMap(({ body }) => blocksOf(body, 'resource', 2))
      .map(({ labels }) => labels.join('.')),
  );
}

function hasBlock(
  { module }: Skeleton,
  folder: string,
  block: string,
): boolean {
  const [type, name] = block.split(' ');
  return module.files
    .filter(one => one.folder === folder)
    .some(({ body }) =>
      blocksOf(body, type, 1).some(({ labels }) => labels[0] === name),
    );
}
