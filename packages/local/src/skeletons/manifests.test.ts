import { listSkeletons } from './__testUtils__/listSkeletons';
import { readManifest } from './__testUtils__/readManifest';
import { readModule } from './__testUtils__/readModule';

type Property = { default?: unknown };

const propertiesOf = (schema: unknown) =>
  (schema as { properties: Record<string, Property> }).properties;

/** Patterns without a description beside them; those of a condition refuse nothing. */
function unexplainedPatterns(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const { if: _condition, ...rest } = schema as Record<string, unknown>;
  const { pattern, description } = rest;
  return [
    ...(typeof pattern === 'string' && !description ? [pattern] : []),
    ...Object.values(rest).flatMap(unexplainedPatterns),
  ];
}

describe.each(listSkeletons())('the manifest of %s', skeleton => {
  const manifest = readManifest(skeleton);
  const properties = propertiesOf(manifest.variables);
  const filled = Object.values(manifest.uses ?? {}).flatMap(use =>
    Object.keys(use.variables),
  );

  it('has the type that its folder is named after', () => {
    expect(manifest.type).toBe(skeleton);
  });

  it('accounts for every variable of the module, and for no other', async () => {
    const { variables } = await readModule(skeleton);

    expect([...Object.keys(properties), ...filled].sort()).toEqual(
      Object.keys(variables).sort(),
    );
  });

  it('requires what the module has no default for, and has its other defaults', async () => {
    const { variables } = await readModule(skeleton);
    const asked = Object.keys(properties);

    const required = asked.filter(name => !('default' in variables[name]));
    const defaults = asked.map(name => [name, variables[name].default ?? null]);

    expect(manifest.variables.required).toEqual(required);
    expect(asked.map(name => [name, properties[name].default ?? null])).toEqual(
      defaults,
    );
  });

  it('lets a relation be left out only where the module has a default', async () => {
    const { variables } = await readModule(skeleton);

    const missing = Object.values(manifest.uses ?? {})
      .filter(use => !use.required)
      .flatMap(use => Object.keys(use.variables))
      .filter(name => !('default' in variables[name]));

    expect(missing).toEqual([]);
  });

  it('takes from other skeletons only outputs that they have', async () => {
    for (const use of Object.values(manifest.uses ?? {})) {
      const { outputs } = await readModule(use.type);
      expect(outputs).toEqual(
        expect.arrayContaining(Object.values(use.variables)),
      );
    }
  });

  it('links only to outputs that the module has', async () => {
    const { outputs } = await readModule(skeleton);
    const urls = (manifest.links ?? []).map(link => link.url).join(' ');

    const named = [...urls.matchAll(/\{output\.([^}]+)\}/g)].map(
      ([, output]) => output,
    );

    expect(outputs).toEqual(expect.arrayContaining(named));
  });

  it('says in words what each of its patterns asks for', () => {
    expect(unexplainedPatterns([manifest.name, manifest.variables])).toEqual(
      [],
    );
  });

  it('has no variable for a password or a key', async () => {
    const { variables } = await readModule(skeleton);

    expect(
      Object.keys(variables).filter(name =>
        /password|secret|key_name|public_key/.test(name),
      ),
    ).toEqual([]);
  });
});
