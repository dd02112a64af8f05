import {
  resourceEntityRef,
  type CreateResourceRequest,
} from '@terrastage/plugin-resources-common';
import type { FollowedRunEvent } from '@terrastage/plugin-resources-node';
import type { ResourceDetail, RunDetail } from '../runs/answers';

export const NOW = '2026-01-01T00:00:00.000Z';

const NO_CHANGES = {
  create: 0,
  update: 0,
  replace: 0,
  delete: 0,
  import: 0,
  changes: [],
};

/** A pending run of a bucket, but for what is given. */
export function aRun(values: Partial<RunDetail> = {}): RunDetail {
  return {
    id: 'run-1',
    resourceId: 'r-1',
    resourceName: 'invoices',
    resourceType: 's3-bucket',
    environment: 'dev',
    owner: 'group:default/payments',
    operation: 'apply',
    status: 'pending',
    attempt: 0,
    requestedBy: 'user:default/mock',
    createdAt: NOW,
    bundleDigest: 'sha256:0',
    steps: [],
    summary: NO_CHANGES,
    cancelable: true,
    actions: { decide: false, retry: false },
    ...values,
  };
}

/** The resource that a request asks for, as the portal answers it. */
export function aResource(
  request: Pick<
    CreateResourceRequest,
    'type' | 'name' | 'environment' | 'owner' | 'costCenter' | 'variables'
  >,
  values: Partial<ResourceDetail> = {},
): ResourceDetail {
  const { variables, ...rest } = request;
  return {
    id: 'r-1',
    shortId: 'a1b2c3',
    ...rest,
    status: 'creating',
    createdBy: 'user:default/mock',
    region: 'us-east-1',
    createdAt: NOW,
    updatedAt: NOW,
    entityRef: resourceEntityRef({ name: request.name, shortId: 'a1b2c3' }),
    links: [],
    uses: [],
    usedBy: [],
    usedByOthers: 0,
    inputs: variables,
    outputs: {},
    tags: {},
    account: '123456789012',
    state: { bucket: 'states', key: 'key', region: 'us-east-1' },
    bundleDigest: 'sha256:0',
    managed: [],
    templateVersion: '1.0.0',
    actions: { extend: true, destroy: true, change: true, upgrade: false },
    ...values,
  };
}

type WithoutEnvelope<T> = T extends unknown ? Omit<T, 'seq' | 'time'> : never;

/** Events in order, numbered from 1. */
export function events(
  ...bodies: WithoutEnvelope<FollowedRunEvent>[]
): FollowedRunEvent[] {
  return bodies.map(
    (body, index) =>
      ({ time: NOW, ...body, seq: index + 1 } as FollowedRunEvent),
  );
}
