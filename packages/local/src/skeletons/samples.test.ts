import { createHash } from 'node:crypto';
import { startLocalAws, type LocalAws } from '../aws/startLocalAws';
import { copyAsModules } from './__testUtils__/copyAsModules';
import {
  createWorkspace,
  type Workspace,
} from './__testUtils__/createWorkspace';
import { listSkeletons } from './__testUtils__/listSkeletons';
import {
  planWorkspace,
  type WorkspacePlan,
} from './__testUtils__/planWorkspace';
import { readSamples } from './__testUtils__/readSamples';
import { securityFindings } from './__testUtils__/securityFindings';

jest.setTimeout(180_000);

const TAGS = {
  Owner: 'group:default/payments',
  Environment: 'dev',
  'terrastage:resource-id': 'sample',
};

const samples = listSkeletons().flatMap(skeleton =>
  readSamples(skeleton).map(sample => ({
    ...sample,
    skeleton,
    module: `${skeleton}_${sample.name}`,
  })),
);

describe('the samples of all skeletons', () => {
  let aws: LocalAws;
  let workspace: Workspace;
  let plan: WorkspacePlan;

  beforeAll(async () => {
    aws = await startLocalAws();
    const calls = samples.map(({ module, skeleton, variables }) => ({
      name: module,
      skeleton,
      variables,
    }));
    workspace = await createWorkspace(path => copyAsModules(calls, path), {
      aws,
      tags: TAGS,
    });
    plan = await planWorkspace(workspace);
  });

  afterAll(async () => {
    await workspace?.remove();
    await aws?.stop();
  });

  const resourcesOf = (module: string) =>
    plan.resources.filter(({ address }) =>
      address.startsWith(`module.${module}.`),
    );

  it('are made from files that are formatted as Terraform does it', async () => {
    const check = workspace.terraform('fmt', '-check', '-recursive');

    await expect(check).resolves.toBe('');
  });

  it('are valid', async () => {
    const answer = await workspace.terraform('validate', '-json');

    expect(JSON.parse(answer)).toMatchObject({ valid: true, diagnostics: [] });
  });

  it.each(samples.filter(sample => sample.plan))(
    'plan what is written down for $name of $skeleton',
    ({ module, plan: expected }) => {
      const prefix = `module.${module}.`;

      const changes = plan.changes
        .filter(({ address }) => address.startsWith(prefix))
        .map(({ address, action }) => ({
          address: address.slice(prefix.length),
          action,
        }));

      expect(changes).toEqual(expected);
    },
  );

  it.each(samples)(
    'are safe and have the tags: $name of $skeleton',
    ({ module }) => {
      const resources = resourcesOf(module);

      const untagged = resources.filter(
        ({ values }) =>
          values.tags_all &&
          !Object.entries(TAGS).every(
            ([key, value]) =>
              (values.tags_all as Record<string, string>)[key] === value,
          ),
      );

      expect(resources.length).toBeGreaterThan(0);
      expect(securityFindings(resources)).toEqual([]);
      expect(untagged.map(({ address }) => address)).toEqual([]);
    },
  );

  it('keep what a user writes literal', () => {
    const [instance] = resourcesOf('ec2-instance_image').filter(
      ({ type }) => type === 'aws_instance',
    );

    // The provider keeps only the SHA-1 of it.
    expect(instance.values.user_data).toBe(
      createHash('sha1')
        .update('#!/bin/sh\necho "${HOME} %{literal} $(hostname)"\n')
        .digest('hex'),
    );
  });
});
