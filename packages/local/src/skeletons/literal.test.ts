import { createHash } from 'node:crypto';
import { startLocalAws, type LocalAws } from '../aws/startLocalAws';
import { readSamples } from '../templates/read/readSamples';
import { copyAsModules } from '../templates/workspace/copyAsModules';
import {
  createWorkspace,
  type Workspace,
} from '../templates/workspace/createWorkspace';
import { planWorkspace } from '../templates/workspace/planWorkspace';

jest.setTimeout(180_000);

describe('what a user writes', () => {
  let aws: LocalAws;
  let workspace: Workspace;

  beforeAll(async () => {
    const { variables } = readSamples('ec2-instance').find(
      ({ name }) => name === 'image',
    )!;
    aws = await startLocalAws();
    workspace = await createWorkspace(
      path =>
        copyAsModules(
          [{ name: 'image', skeleton: 'ec2-instance', variables }],
          path,
        ),
      { aws, tags: {} },
    );
  });

  afterAll(async () => {
    await workspace?.remove();
    await aws?.stop();
  });

  it('stays literal', async () => {
    const { resources } = await planWorkspace(workspace);

    const instance = resources.find(({ type }) => type === 'aws_instance');

    // The provider keeps only the SHA-1 of it.
    expect(instance?.values.user_data).toBe(
      createHash('sha1')
        .update('#!/bin/sh\necho "${HOME} %{literal} $(hostname)"\n')
        .digest('hex'),
    );
  });
});
