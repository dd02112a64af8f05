import { AWS_SOURCE, awsName } from './awsName';
import { blocksOf } from './blocksOf';
import type { DeclaredVariable, ModuleFacts } from './ModuleFacts';
import type { ModuleFile } from './ModuleFile';
import { modulesOf } from './modulesOf';
import { fullSource, requiredProviders } from './requiredProviders';
import { usedProviders } from './usedProviders';

export function readModuleFacts(files: ModuleFile[]): ModuleFacts {
  const modules = modulesOf(files);
  const root = modules.get('') ?? [];
  return {
    variables: declaredVariables(root),
    aws: [...modules.values()].some(usesAws) ? awsFacts(root) : undefined,
  };
}

function declaredVariables(root: ModuleFile[]): Map<string, DeclaredVariable> {
  return new Map(
    root.flatMap(({ path, body }) =>
      blocksOf(body, 'variable', 1).map(
        ({ labels: [name], body: variable }) =>
          [
            name,
            {
              file: path,
              required: !Object.hasOwn(variable, 'default'),
              // An expression would be an error to Terraform; it counts as sensitive to be on the safe side.
              sensitive: ![undefined, null, false].includes(
                variable.sensitive as undefined,
              ),
            },
          ] as const,
      ),
    ),
  );
}

function usesAws(module: ModuleFile[]): boolean {
  const required = requiredProviders(module);
  return (
    [...required.values()].includes(AWS_SOURCE) ||
    usedProviders(module).some(
      ({ localName }) =>
        (required.get(localName) ?? fullSource(localName)) === AWS_SOURCE,
    )
  );
}

function awsFacts(root: ModuleFile[]): ModuleFacts['aws'] {
  const localName = awsName(root);
  const blocks = root
    .flatMap(({ body }) => blocksOf(body, 'provider', 1))
    .filter(({ labels: [name] }) => name === localName);
  const aliases = blocks.map(({ body }) => body.alias);
  return {
    localName,
    hasDefault: aliases.includes(undefined),
    aliases: aliases.filter(alias => typeof alias === 'string'),
  };
}
