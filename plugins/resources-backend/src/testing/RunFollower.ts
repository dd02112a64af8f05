import type {
  RunDetail,
  RunEvent,
  RunStatus,
  StartedRun,
} from '@terrastage/plugin-resources-common';
import { bundleOf, MANIFEST } from './builders';
import { eventually } from './eventually';
import { asUser } from './people';
import type { RunnerPlace } from './RunnerPlace';
import type { PortalApi } from './TestPortal';

/** A bucket, which is there at once, and a queue, for which the provider waits half a minute. */
const SLOW_TF = `
terraform {
  required_providers { aws = { source = "hashicorp/aws" } }
}
variable "bucket_name" { type = string }
resource "aws_s3_bucket" "this" { bucket = var.bucket_name }
resource "aws_sqs_queue" "slow" {
  name       = "\${var.bucket_name}-queue"
  depends_on = [aws_s3_bucket.this]
}
output "bucket_arn" { value = aws_s3_bucket.this.arn }
`;

/** Follows runs whose runner is the real one. */
export class RunFollower {
  constructor(
    private readonly portal: () => PortalApi,
    /** Default: processes. */
    private readonly place?: () => Pick<RunnerPlace, 'pid'>,
  ) {}

  async read(runId: string): Promise<RunDetail> {
    return (await this.portal().get(`/runs/${runId}`, asUser('ana'))).body;
  }

  /** Until the run is over. */
  async ended(runId: string): Promise<RunDetail> {
    return eventually(async () => {
      const run = await this.read(runId);
      if (!run.finishedAt) throw new Error(JSON.stringify(run));
      return run;
    }, 300);
  }

  async events(runId: string): Promise<RunEvent[]> {
    const { body } = await this.portal().get(
      `/runs/${runId}/events`,
      asUser('ana'),
    );
    return body.items;
  }

  async statuses(runId: string): Promise<RunStatus[]> {
    const events = await this.events(runId);
    return events.flatMap(event =>
      event.type === 'status' ? [event.status] : [],
    );
  }

  /** An apply that has made its bucket and waits for its queue. */
  async inMidApply(name: string): Promise<StartedRun & { pid: number }> {
    const started = await this.portal().create({
      name,
      variables: { bucket_name: name },
      bundle: bundleOf({ 'main.tf': SLOW_TF, 'terrastage.yaml': MANIFEST }),
    });
    const pid = this.place
      ? await this.place().pid(this.portal(), started.run.id)
      : (await this.portal().runner(started.run.id)).pid;
    await eventually(async () => {
      const { status, progress } = await this.read(started.run.id);
      if (status !== 'applying' || progress?.done !== 1) {
        throw new Error(`It is ${status}, ${JSON.stringify(progress)}`);
      }
    }, 120);
    return { ...started, pid };
  }
}
