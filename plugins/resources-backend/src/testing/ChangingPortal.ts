import type {
  BundleUpload,
  ChangeResourceRequest,
  ResourceDetail,
  RunDetail,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import {
  appliedResult,
  bundleOf,
  createRequest,
  MANIFEST,
  summary,
} from './builders';
import { asService, asUser, viaScaffolder, type UserName } from './people';
import type { TestPortal } from './TestPortal';

/** A plan that updates one thing. */
export const updatePlan = {
  digest: 'b'.repeat(64),
  summary: { ...summary, create: 0, update: 1 },
};

/** A plan that takes one thing away and makes it anew. */
export const replacePlan = {
  digest: 'c'.repeat(64),
  summary: { ...summary, create: 0, replace: 1 },
};

export const emptyPlan = {
  digest: 'd'.repeat(64),
  summary: { ...summary, create: 0, changes: [] },
};

/** The bundle of the tests as another version, with more lines in its manifest. */
export function bundleOfVersion(version: string, more = ''): BundleUpload {
  return bundleOf({
    'terrastage.yaml': MANIFEST.replace('1.2.3', version) + more,
  });
}

/** Resources that stand, their changes and what becomes of them. */
export class ChangingPortal {
  private count = 0;

  constructor(private readonly portal: TestPortal) {}

  /** A bucket that was applied. */
  async active(): Promise<ResourceDetail> {
    this.count += 1;
    const name = `bucket-${this.count}`;
    const { resource, run } = await this.portal.create({
      name,
      parameters: { name, versions: 'keep' },
      templateRef: 'template:default/s3-bucket',
    });
    await (await this.portal.runner(run.id)).apply();
    return this.resource(resource.id);
  }

  async resource(id: string): Promise<ResourceDetail> {
    return (await this.portal.get(`/resources/${id}`, asUser('ana'))).body;
  }

  async run(id: string): Promise<RunDetail> {
    return (await this.portal.get(`/runs/${id}`, asUser('ana'))).body;
  }

  /** The request of a change that turns versioning on, but for what is given. */
  request(
    { name }: ResourceDetail,
    overrides: Partial<ChangeResourceRequest> = {},
  ): ChangeResourceRequest {
    return createRequest({
      name,
      variables: { bucket_name: name, versioning: true },
      parameters: { name, versions: 'expire' },
      ...overrides,
    });
  }

  change(
    resource: ResourceDetail,
    overrides: Partial<ChangeResourceRequest> = {},
    authorization = viaScaffolder('ana'),
  ) {
    return this.portal.post(
      `/resources/${resource.id}/changes`,
      authorization,
      this.request(resource, overrides),
    );
  }

  /** A change whose plan waits. */
  async parked(
    resource: ResourceDetail,
    plan: object = updatePlan,
  ): Promise<StartedRun> {
    const { body } = await this.change(resource).expect(202);
    await this.park(body.run.id, plan);
    return body;
  }

  /** Plans a run, as far as its runner goes. */
  async park(runId: string, plan: object = updatePlan): Promise<void> {
    const runner = await this.portal.runner(runId);
    await runner.plan(plan);
    await runner.result({ outcome: 'planned', applyStarted: false });
  }

  decide(
    act: 'confirm' | 'discard',
    runId: string,
    body: object,
    user: UserName = 'ana',
  ) {
    return this.portal.post(`/runs/${runId}/${act}`, asUser(user), body);
  }

  /** Ends what a confirmed run had to do. */
  async applied(runId: string): Promise<void> {
    const runner = await this.portal.runner(runId, 2);
    await runner.applying();
    await runner.result(appliedResult);
  }

  /** A run that failed in its plan. */
  async failed(): Promise<StartedRun> {
    this.count += 1;
    const started = await this.portal.create({ name: `bucket-${this.count}` });
    await this.fail(started.run.id);
    return started;
  }

  async fail(runId: string, attempt = 1): Promise<void> {
    const runner = await this.portal.runner(runId, attempt);
    await runner.result({
      outcome: 'failed',
      applyStarted: false,
      failure: { code: 'plan_failed', message: 'The name is taken' },
    });
  }

  publish(
    version: string,
    {
      manifest = '',
      changelog = '',
      authorization = asService('plugin:scaffolder'),
    } = {},
  ) {
    return this.portal.put('/skeletons/s3-bucket', authorization, {
      name: 's3-bucket',
      bundle: bundleOfVersion(version, manifest),
      commit: 'f'.repeat(40),
      changelog,
    });
  }
}
