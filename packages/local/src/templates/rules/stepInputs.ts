import type { Manifest } from '@terrastage/plugin-resources-common';
import type { Finding } from '../Finding';
import { fieldReferences } from '../form/fieldReferences';
import { readFields, type Field } from '../form/readPages';
import { readSkeletonSteps, type TemplateStep } from '../form/readSteps';
import { manifestOf } from '../read/manifestOf';
import { readSkeleton } from '../read/TemplateSet';
import type { YamlFile } from '../read/YamlFile';
import type { StaticRule } from './StaticRule';

/** What the portal wants to know of every new resource. */
const REQUIRED_INPUTS = ['name', 'environment', 'owner', 'costCenter'];
const MAKING = ['terraform:apply', 'terraform:plan'];

/** A step gives its skeleton what that needs, by a field that cannot stay empty, and nothing that it doesn't have. */
export const stepInputs: StaticRule = {
  name: 'inputs',
  async check({ root, template }) {
    if (!template) return [];
    const fields = readFields(template);
    const findings: Finding[] = [];
    for (const step of readSkeletonSteps(template)) {
      // A name that comes from the form is known only when it is filled in.
      if (step.skeleton.includes('${{')) continue;
      const skeleton = await readSkeleton(root, step.skeleton);
      const at = [...step.path, 'input'];
      if (!skeleton) {
        findings.push(
          template.finding(
            [...at, 'skeleton'],
            `there is no skeleton ${step.skeleton} in skeletons/terraform`,
          ),
        );
        continue;
      }
      const manifest = manifestOf(skeleton);
      findings.push(...commonInputs(template, step));
      if (manifest) {
        findings.push(
          ...variables(template, step, manifest, fields),
          ...relations(template, step, manifest),
        );
      }
    }
    return findings;
  },
};

function commonInputs(
  template: YamlFile,
  { action, input, path }: TemplateStep,
) {
  if (!MAKING.includes(action)) return [];
  return REQUIRED_INPUTS.filter(name => !(name in input)).map(name =>
    template.finding([...path, 'input'], `${action} needs the input ${name}`),
  );
}

function variables(
  template: YamlFile,
  { action, input, path }: TemplateStep,
  manifest: Manifest,
  fields: Field[],
): Finding[] {
  const at = [...path, 'input', 'variables'];
  const given = input.variables ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) {
    return [
      template.finding(
        at,
        'must be a list of the variables with a value for each, so that they can be checked',
      ),
    ];
  }
  const declared = (manifest.variables.properties ?? {}) as object;
  const filled = Object.values(manifest.uses ?? {}).flatMap(use =>
    Object.keys(use.variables),
  );
  const unknown = Object.keys(given)
    .filter(name => !(name in declared))
    .map(name =>
      template.finding(
        [...at, name],
        filled.includes(name)
          ? `${name} is filled by the server from another resource: no form sets it`
          : `the skeleton ${manifest.type} has no variable ${name}`,
      ),
    );
  if (!MAKING.includes(action)) return unknown;
  const required = (manifest.variables.required ?? []) as string[];
  const missing = required
    .filter(name => !hasDefaultEverywhere(manifest, name))
    .flatMap(name => {
      if (!(name in given)) {
        return [
          template.finding(
            at,
            `the skeleton ${manifest.type} requires ${name}, and no field gives it`,
          ),
        ];
      }
      const field = emptyField(
        (given as Record<string, unknown>)[name],
        fields,
      );
      return field
        ? [
            template.finding(
              field.path,
              `the skeleton ${manifest.type} requires ${name}, but this field may stay empty: list it under required, or give it a default`,
            ),
          ]
        : [];
    });
  return [...unknown, ...missing];
}

/** The field that a value is taken from as it is, if nobody has to fill it in. */
function emptyField(value: unknown, fields: Field[]): Field | undefined {
  const [, name] =
    /^\$\{\{\s*parameters\.(\w+)\s*\}\}$/.exec(String(value)) ?? [];
  const named = fields.filter(field => field.name === name);
  return named.some(field => field.filled) ? undefined : named[0];
}

function hasDefaultEverywhere(manifest: Manifest, name: string): boolean {
  const environments = Object.values(manifest.environments ?? {});
  return (
    environments.length > 0 &&
    environments.every(({ defaults }) => name in (defaults ?? {}))
  );
}

function relations(
  template: YamlFile,
  { action, input, path }: TemplateStep,
  manifest: Manifest,
): Finding[] {
  const at = [...path, 'input', 'uses'];
  // An expression over all of it gives what the form gave.
  if (typeof input.uses === 'string' && fieldReferences(input.uses).fields[0]) {
    return [];
  }
  const given = (input.uses ?? {}) as object;
  const known = manifest.uses ?? {};
  const unknown = Object.keys(given)
    .filter(name => !(name in known))
    .map(name =>
      template.finding(
        [...at, name],
        `the skeleton ${manifest.type} has no relation ${name}`,
      ),
    );
  const missing = Object.entries(known)
    .filter(([name, use]) => use.required && !(name in given))
    .map(([name]) =>
      template.finding(
        at,
        `the skeleton ${manifest.type} requires the relation ${name}, and no field gives it`,
      ),
    );
  return MAKING.includes(action) ? [...unknown, ...missing] : unknown;
}
