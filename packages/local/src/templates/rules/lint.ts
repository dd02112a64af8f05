import { blocksOf, lineOf } from '@terrastage/terraform-runner/checks';
import type { ModuleFile } from '@terrastage/terraform-runner/checks';
import type { Finding } from '../Finding';
import type { Declaration } from '../read/readModule';
import type { StaticRule } from './StaticRule';
import { wildcardStatements } from './wildcardStatements';

/** A range with an upper end: a provider's next major version breaks modules. */
const PINNED = /^\s*(~>|=)?\s*\d|<\s*=?\s*\d/;

/** How a skeleton's Terraform is written: said and typed variables, said outputs, a pinned provider, nothing of the runner's. */
export const lint: StaticRule = {
  name: 'lint',
  check({ skeleton }) {
    if (!skeleton) return [];
    const { files, variables, outputs } = skeleton.module;
    const findings = [
      ...undescribed(variables, 'variable'),
      ...undescribed(outputs, 'output'),
      ...untyped(variables),
      ...files.flatMap(providerBlocks),
      ...versions(files),
      ...files.flatMap(wildcardStatements),
    ];
    return findings.map(finding => ({
      ...finding,
      file: `${skeleton.folder}/${finding.file}`,
    }));
  },
};

function undescribed(declarations: Declaration[], kind: string): Finding[] {
  return declarations
    .filter(({ attributes }) => !attributes.description)
    .map(({ name, file, line }) => ({
      file,
      line,
      message: `the ${kind} ${name} has no description`,
    }));
}

function untyped(variables: Declaration[]): Finding[] {
  return variables
    .filter(({ attributes: { type } }) => !type || type === '${any}')
    .map(({ name, file, line }) => ({
      file,
      line,
      message: `the variable ${name} has no type of its own`,
    }));
}

function providerBlocks({ path, text, body }: ModuleFile): Finding[] {
  return blocksOf(body, 'provider', 1).map(({ labels: [name] }) => ({
    file: path,
    line: lineOf(text, 'provider', `"${name}"`),
    message: `there must be no provider block: the runner writes region and default tags of ${name}`,
  }));
}

function versions(files: ModuleFile[]): Finding[] {
  const settings = files.flatMap(({ path, text, body }) =>
    blocksOf(body, 'terraform', 0).map(block => ({ path, text, ...block })),
  );
  const providers = settings.flatMap(({ path, text, body }) =>
    blocksOf(body, 'required_providers', 0).flatMap(entry =>
      Object.entries(entry.body).map(([name, value]) => ({
        name,
        version: (value as { version?: unknown } | undefined)?.version,
        file: path,
        line: lineOf(text, name, '=') ?? lineOf(text, 'required_providers'),
      })),
    ),
  );
  const file = settings[0]?.path ?? files[0]?.path ?? 'versions.tf';
  return [
    ...(settings.some(({ body }) => body.required_version)
      ? []
      : [{ file, message: 'the terraform block has no required_version' }]),
    ...(providers.length
      ? []
      : [{ file, message: 'no provider is listed in required_providers' }]),
    ...providers
      .filter(({ version }) => !PINNED.test(String(version ?? '')))
      .map(({ name, file: at, line }) => ({
        file: at,
        line,
        message: `the version of the provider ${name} has no upper end: its next major version would come by itself; say ~> 5.0`,
      })),
  ];
}
