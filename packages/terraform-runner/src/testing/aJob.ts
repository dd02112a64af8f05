import type { Bundle, Job } from '../protocol';
import { bundleDigest } from '../workspace/bundleDigest';

/** A job for a bundle, with everything else as a local portal would set it. */
export function aJob(bundle: Bundle, changes: Partial<Job> = {}): Job {
  const runId = changes.runId ?? 'run-1';
  const region = 'us-east-1';
  return {
    protocol: 1,
    runId,
    attempt: 1,
    resourceId: 'resource-1',
    operation: 'apply',
    phase: 'plan',
    review: 'summary',
    bundle: { digest: bundleDigest(bundle) },
    variables: {},
    tags: {
      'terrastage:resource-id': changes.resourceId ?? 'resource-1',
      'terrastage:run-id': runId,
    },
    aws: { region, account: '123456789012' },
    state: {
      bucket: 'states',
      key: `test/${runId}/terraform.tfstate`,
      region,
      expectation: { kind: 'absent' },
    },
    runPrefix: `runs/${runId}/`,
    allowedProviders: ['registry.terraform.io/hashicorp/aws'],
    limits: { deadlineSeconds: 300, graceSeconds: 60, lockTimeoutSeconds: 0 },
    searchOrphans: false,
    ...changes,
  };
}
