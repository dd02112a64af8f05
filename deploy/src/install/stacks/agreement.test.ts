import { readFile, readdir } from 'node:fs/promises';
import { stackOutputs } from '../../__testUtils__/stackOutputs';
import { deployPath } from '../../deployPath';
import type { InstallContext } from '../InstallContext';
import { outputsSchemas, type StackName } from '../outputsSchemas';
import { settingsSchema } from '../settingsSchema';
import { stackVariables } from './stackVariables';

/** Blocks of one kind by name, of all files of a stack. */
async function blocks(stack: StackName, kind: 'variable' | 'output') {
  const folder = deployPath('terraform', stack);
  const names = (await readdir(folder)).filter(name => name.endsWith('.tf'));
  const files = await Promise.all(
    names.map(name => readFile(`${folder}/${name}`, 'utf8')),
  );
  return new Map(
    files
      .flatMap(text => text.split(/^(?=\w+ ")/m))
      .flatMap(block => {
        const [, found, name] = /^(\w+) "(\w+)" \{/.exec(block) ?? [];
        return found === kind ? [[name, block] as const] : [];
      }),
  );
}

const valuesOf = (outputs: Record<string, { value: unknown }>) =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, { value }]) => [name, value]),
  );

const context = {
  settings: settingsSchema.parse({
    account: '123456789012',
    region: 'eu-west-1',
    domain: 'portal.example.com',
    hostedZoneId: 'Z0123456789',
    adminRoleArns: ['arn:aws:iam::123456789012:role/platform'],
    imageTag: 'v1',
    bucketNames: ['acme-*'],
    environments: { dev: null },
    costCenters: [{ name: 'CC-1001' }],
  }),
  outputs: {
    bootstrap: outputsSchemas.bootstrap.parse(valuesOf(stackOutputs.bootstrap)),
    cluster: outputsSchemas.cluster.parse(valuesOf(stackOutputs.cluster)),
  },
} as unknown as InstallContext;

describe.each(['bootstrap', 'cluster', 'access'] as const)(
  'what the installation says to and takes from the stack %s',
  stack => {
    it('is variables that it has, and all that it requires', async () => {
      const variables = await blocks(stack, 'variable');
      const given = Object.keys(stackVariables[stack](context));
      const required = [...variables]
        .filter(([, block]) => !/^ {2}default\b/m.test(block))
        .map(([name]) => name);

      expect([...variables.keys()]).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(expect.arrayContaining(required));
    });

    it('is outputs that it has', async () => {
      const outputs = [...(await blocks(stack, 'output')).keys()];

      expect(outputs).toEqual(
        expect.arrayContaining(Object.keys(outputsSchemas[stack].shape)),
      );
      expect(outputs).toEqual(
        expect.arrayContaining(Object.keys(stackOutputs[stack])),
      );
    });
  },
);
