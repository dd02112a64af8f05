import { aPlan } from '../src/testing/aPlan';
import type { FakeResourcesApi } from '../src/testing/FakeResourcesApi';

/** Lets a run go on: `lines` lines of log at once, then one and some progress every second. */
export function playRun(
  api: FakeResourcesApi,
  runId: string,
  lines: number,
): void {
  const { events } = api;
  const log = (message: string, level: 'info' | 'warn' | 'error' = 'info') =>
    ({ type: 'log', source: 'terraform', level, message } as const);

  events.push(
    runId,
    { type: 'status', status: 'planning' },
    { type: 'step', step: 'prepare', status: 'started' },
    { type: 'step', step: 'prepare', status: 'finished', durationMs: 42 },
    { type: 'step', step: 'init', status: 'started' },
    { type: 'step', step: 'init', status: 'finished', durationMs: 1210 },
    { type: 'step', step: 'plan', status: 'started' },
    { type: 'step', step: 'plan', status: 'finished', durationMs: 2640 },
    { type: 'plan_detail' },
    { type: 'status', status: 'applying' },
    { type: 'step', step: 'apply', status: 'started' },
    {
      type: 'diagnostic',
      severity: 'warning',
      summary: 'Argument is deprecated',
      detail:
        'Use the aws_s3_bucket_server_side_encryption_configuration resource instead.',
      address: 'aws_s3_bucket.this',
      file: 'main.tf',
      line: 12,
      snippet: '  server_side_encryption_configuration {',
    },
  );
  for (let line = 1; line <= lines; line += 1) {
    events.push(
      runId,
      line % 17 === 0
        ? log(
            `Warning ${line}: the provider answered slowly, trying again`,
            'warn',
          )
        : log(`aws_s3_bucket.this: Still creating... [${line}s elapsed]`),
    );
  }
  events.push(runId, log('Error: BucketAlreadyExists', 'error'));

  let done = 0;
  setInterval(() => {
    done = Math.min(done + 1, 3);
    events.push(
      runId,
      log(`aws_db_instance.this: Still modifying... [${done}0s elapsed]`),
      {
        type: 'progress',
        done,
        total: 4,
        current: [
          {
            address: aPlan().changes[2].address,
            action: 'replace',
            since: new Date(Date.now() - 4_000).toISOString(),
          },
        ],
      },
    );
  }, 1_000);
}
