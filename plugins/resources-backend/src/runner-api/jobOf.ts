import type { Job } from '@terrastage/terraform-runner/protocol';
import type { ResourcesConfig } from '../config/ResourcesConfig';
import type { ResourceRecord } from '../inventory/ResourceRecord';
import type { Manifest } from '@terrastage/plugin-resources-common';
import type { RunRecord, StateTask } from '../runs/RunRecord';

const taskOf = (task: StateTask): Pick<Job, 'unlock' | 'restore'> =>
  'lockId' in task ? { unlock: task } : { restore: task };

function adoptionOf(
  { adopt, title }: Manifest,
  { adoptedId: id = '' }: ResourceRecord,
): Job['adopt'] {
  return (
    adopt && {
      title,
      id,
      imports: adopt.imports.map(({ to, id: pattern }) => ({
        to,
        id: pattern.replaceAll('{id}', () => id),
      })),
      lookup: adopt.lookup,
    }
  );
}

const inSeconds = (milliseconds: number) => Math.ceil(milliseconds / 1_000);

/**
 * All that a runner needs, from the inventory and the configuration.
 *
 * @param manifest - of the run's bundle; only an adoption needs it
 * @param madeBy - the run that made the resource. Everything carries its id as a tag for good: with each run's own,
 * every later plan would change the tags of all that there is.
 */
export function jobOf(
  run: RunRecord,
  resource: ResourceRecord,
  madeBy: string,
  config: ResourcesConfig,
  manifest?: Manifest,
): Job {
  const { state } = resource;
  return {
    protocol: 1,
    runId: run.id,
    attempt: run.attempt,
    resourceId: resource.id,
    operation: run.operation,
    phase: run.decidedAt ? 'apply' : 'plan',
    ...(run.operation === 'adopt' &&
      manifest && { adopt: adoptionOf(manifest, resource) }),
    ...(run.stateTask && taskOf(run.stateTask)),
    approvedPlanDigest: run.decidedAt && run.planDigest,
    // A plan is all that there will be of a plan-only run, and what a person decides on: it is wanted in full.
    review: run.operation === 'plan' || run.confirm ? 'full' : config.review,
    bundle: { digest: run.bundleDigest },
    variables: run.variables,
    tags: {
      ...(run.target?.tags ?? resource.tags),
      'terrastage:run-id': madeBy,
    },
    aws: {
      region: resource.region,
      account: resource.account,
      roleArn: resource.roleArn,
    },
    state: {
      bucket: resource.stateBucket,
      key: resource.stateKey,
      region: resource.stateRegion,
      kmsKeyId: resource.stateKmsKeyId,
      expectation: state
        ? { kind: 'known', lineage: state.lineage, serial: state.serial }
        : { kind: 'absent' },
    },
    runPrefix: `runs/${run.id}/`,
    allowedProviders: [...config.allowedProviders],
    limits: {
      deadlineSeconds: inSeconds(config.runs.deadline),
      graceSeconds: inSeconds(config.runs.grace),
      lockTimeoutSeconds: inSeconds(config.runs.lockTimeout),
    },
    searchOrphans: run.searchOrphans,
  };
}
