import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readResourcesConfig } from './readResourcesConfig';

const environment = {
  region: 'sa-east-1',
  account: '123456789012',
  stateBucket: 'states',
};
const minimal = {
  environments: { dev: environment },
  costCenters: [{ name: 'CC-1001' }],
};

const read = (resources: JsonObject) =>
  readResourcesConfig(new ConfigReader({ resources }));

describe('readResourcesConfig', () => {
  it('has the defaults that config.d.ts states', () => {
    expect(read(minimal)).toEqual({
      ...minimal,
      environments: {
        dev: { ...environment, resourceTypes: {}, lifetime: {} },
      },
      admins: [],
      teamLeads: [],
      allowedProviders: ['registry.terraform.io/hashicorp/aws'],
      review: 'summary',
      runs: {
        deadline: 7_200_000,
        grace: 600_000,
        lockTimeout: 60_000,
        lostAfter: 20_000,
        retention: 7_776_000_000,
        confirmWithin: 604_800_000,
      },
      launcher: { process: { env: {} } },
    });
  });

  it.each([['10m'], ['PT10M'], [{ minutes: 10 }]])(
    'reads the duration %j',
    deadline => {
      expect(read({ ...minimal, runs: { deadline } }).runs.deadline).toBe(
        600_000,
      );
    },
  );

  it.each<[JsonObject, string]>([
    [{}, 'environments: '],
    [{ ...minimal, environments: {} }, 'environments: must have at least one'],
    [{ ...minimal, costCenters: [] }, 'costCenters: '],
    [
      {
        ...minimal,
        environments: {
          dev: { ...environment, lifetime: { default: '2d', maximum: '1d' } },
        },
      },
      'environments.dev.lifetime: default must not be longer',
    ],
    [
      {
        ...minimal,
        environments: { dev: { ...environment, account: 123456789012 } },
      },
      'environments.dev.account: must be twelve digits in quotes',
    ],
    [
      {
        ...minimal,
        environments: { dev: { ...environment, region: 'mars' } },
      },
      'environments.dev.region: must be an AWS region',
    ],
    ...(
      [
        [{ limit: {} }, ': Unrecognized key: "limit"'],
        [{ limits: { size: { allowed: [] } } }, '.limits.size.allowed: '],
        [{ limits: { size: { minimum: 1 } } }, '.limits.size: Unrecognized'],
        [
          { limits: { days: { min: 9, max: 7 } } },
          '.limits.days.min: min must not be larger than max',
        ],
        [
          { defaults: { size: 'xl' }, limits: { size: { allowed: ['s'] } } },
          '.defaults.size: is not within the limits of the variable',
        ],
      ] as Array<[JsonObject, string]>
    ).map(([rules, message]): [JsonObject, string] => [
      {
        ...minimal,
        environments: {
          dev: { ...environment, resourceTypes: { instance: rules } },
        },
      },
      `environments.dev.resourceTypes.instance${message}`,
    ]),
    [
      { ...minimal, costCenters: [{ name: 'CC#1' }] },
      'costCenters[0].name: is the value of an AWS tag',
    ],
    [
      { ...minimal, runs: { grace: 'a while' } },
      'runs.grace: must be a duration above zero',
    ],
    [
      { ...minimal, runs: { maxConcurent: 2 } },
      'runs: Unrecognized key: "maxConcurent"',
    ],
    [{ ...minimal, runs: { maxConcurrent: 0 } }, 'runs.maxConcurrent: '],
    [
      { ...minimal, launcher: { process: { command: [] } } },
      'launcher.process.command: ',
    ],
    [
      { ...minimal, launcher: { kubernetes: { image: 'runner' } } },
      'launcher.kubernetes.namespace: ',
    ],
    [
      {
        ...minimal,
        launcher: {
          kubernetes: { namespace: 'runs', image: 'x', workspaceSize: 'big' },
        },
      },
      'launcher.kubernetes.workspaceSize: is a quantity of Kubernetes',
    ],
    [
      {
        ...minimal,
        launcher: {
          kubernetes: {
            namespace: 'runs',
            image: 'x',
            queues: { 'group:default/payments': 'Not A Name' },
          },
        },
      },
      'launcher.kubernetes.queues["group:default/payments"]: is a name in Kubernetes',
    ],
  ])('refuses %j and names the path', (resources, message) => {
    expect(() => read(resources)).toThrow(message);
  });
});
