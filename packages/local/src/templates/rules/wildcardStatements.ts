import { blocksOf, lineOf } from '@terrastage/terraform-runner/checks';
import type { ModuleFile } from '@terrastage/terraform-runner/checks';
import type { Finding } from '../Finding';

const WILDCARD_ACTION = /^(\*|[a-z0-9-]+:\*)$/i;

/**
 * Statements of policy documents that allow everything. Before the apply a plan often knows nothing of a policy that
 * names what is yet to be made, so the text is looked at as well.
 */
export function wildcardStatements({
  path,
  text,
  body,
}: ModuleFile): Finding[] {
  return blocksOf(body, 'data', 2)
    .filter(({ labels: [type] }) => type === 'aws_iam_policy_document')
    .flatMap(({ labels: [type, name], body: document }) =>
      blocksOf(document, 'statement', 0)
        .filter(({ body: { effect } }) => effect !== 'Deny')
        .flatMap(({ body: { actions, resources, not_actions: others } }) => [
          ...listOf(actions)
            .filter(action => WILDCARD_ACTION.test(action))
            .map(action => `allows ${action}`),
          ...(listOf(resources).includes('*')
            ? ['allows on all resources']
            : []),
          ...(others ? ['allows all but what it names'] : []),
        ])
        .map(what => ({
          file: path,
          line: lineOf(text, `"${type}"`, `"${name}"`),
          message: `data.${type}.${name} ${what}`,
        })),
    );
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
