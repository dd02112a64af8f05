import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type {
  BundleUpload,
  ResourceOutput,
} from '@terrastage/plugin-resources-common';
import { parse } from 'yaml';
import { appliedResult, createRequest } from './testing/builders';
import { viaScaffolder } from './testing/people';
import { skeletonBundle } from './testing/realRunner';
import { seededRandom } from './testing/seededRandom';
import {
  badVariables,
  goodVariables,
  shippedFields,
} from './testing/shippedFields';
import { usePostgres } from './testing/testDatabase';
import { TestPortal } from './testing/TestPortal';

jest.setTimeout(120_000);

const newDatabase = usePostgres();
const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

/** Limits of the environment `dev` as they are shipped. */
function shippedRules() {
  const file = resolvePackagePath(
    '@terrastage/plugin-resources-backend',
    '../../app-config.yaml',
  );
  const { resources } = parse(readFileSync(file, 'utf8'));
  return resources.environments.dev.resourceTypes;
}

/** As the runner gives them for a network with everything. */
const networkOutputs = {
  vpc_id: 'vpc-0a1b2c3d4e5f60718',
  database_subnet_ids: ['subnet-0a1b2c3d', 'subnet-1a1b2c3d'],
  subnets: Object.fromEntries(
    ['private', 'public', 'database'].flatMap(tier =>
      [1, 2, 3].map(zone => [
        `${tier}-${zone}`,
        { id: 'subnet-0a1b2c3d', tier, reaches_ssm_through: 'endpoints' },
      ]),
    ),
  ),
};

describe('generated requests, sent as the scaffolder sends them', () => {
  let portal: TestPortal;
  let vpc: string;
  const bundles = new Map<string, BundleUpload>();

  const post = (type: string, name: string, variables: object) =>
    portal.post('/resources', viaScaffolder('ana'), {
      ...createRequest({ name, bundle: bundles.get(type) }),
      type,
      variables,
      ...(['ec2-instance', 'rds-database'].includes(type) && { uses: { vpc } }),
    });

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({
      knex,
      runs: { maxConcurrent: 1 },
      resourceTypes: shippedRules(),
    });
    for (const type of Object.keys(shippedFields)) {
      bundles.set(type, await skeletonBundle(type));
    }
    const { body } = await post('vpc', 'network', {
      name: 'network',
      cidr_block: '192.168.0.0/16',
    }).expect(202);
    const outputs = Object.fromEntries(
      Object.entries(networkOutputs).map(
        ([name, value]): [string, ResourceOutput] => [
          name,
          { sensitive: false, value },
        ],
      ),
    );
    const runner = await portal.runner(body.run.id);
    await runner.apply({ ...appliedResult, outputs });
    vpc = body.resource.id;
  });

  afterAll(async () => {
    await portal?.stop();
    await portal?.killRunners();
  });

  describe.each(Object.keys(shippedFields))('for %s', type => {
    it('are refused with the path of the field that is wrong: 50 of them', async () => {
      for (const seed of seeds) {
        const { name, variables } = badVariables(type, seed);

        const { status, body } = await post(type, `bad-${seed}`, variables);

        expect({ seed, status, message: body.error?.message }).toEqual({
          seed,
          status: 400,
          message: expect.stringContaining(`variables.${name}`),
        });
      }
    });

    it('are taken when all fields are right: 50 of them', async () => {
      for (const seed of seeds) {
        const variables = goodVariables(type, seededRandom(seed));
        if (type === 'vpc') {
          // Of two networks in one account, none may overlap another.
          variables.cidr_block = `10.${seed}.0.0/${16 + (seed % 13)}`;
        }

        const { status, body } = await post(type, `good-${seed}`, variables);

        expect({ seed, status, error: body.error }).toEqual({
          seed,
          status: 202,
          error: undefined,
        });
        expect(body.resource.inputs).toMatchObject(variables);
      }
    });
  });
});
