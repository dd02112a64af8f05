import { GetObjectCommand } from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { awsFailure } from '../../aws/awsFailure';
import { RunnerError } from '../../errors/RunnerError';
import type { RunContext } from '../RunContext';
import type { Step } from '../Step';
import { PROVIDERS_METADATA, planKey } from '../planObject';

/** Fetches the stored plan and makes sure that it is the one that was approved. */
export const fetchPlan: Step = { name: 'fetch-plan', run: runFetchPlan };

const providersSchema = z.record(z.string(), z.string());

async function runFetchPlan(context: RunContext): Promise<void> {
  const { job, aws, folders, found } = context;
  const where = `s3://${job.state.bucket}/${planKey(job)}`;
  const command = new GetObjectCommand({
    Bucket: job.state.bucket,
    Key: planKey(job),
  });
  const object = await aws.s3.send(command).catch(error => {
    throw awsFailure('plan_stale', `read the approved plan ${where}`, error);
  });
  const bytes = await object.Body!.transformToByteArray();
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest !== job.approvedPlanDigest) {
    throw new RunnerError(
      'plan_stale',
      `The plan at ${where} is not the one that was approved: its digest is ${digest}, approved was ${job.approvedPlanDigest}. Nothing was applied. Plan again`,
    );
  }
  await writeFile(folders.planFile, bytes, { mode: 0o600 });
  const text = object.Metadata?.[PROVIDERS_METADATA] ?? '{}';
  found.plannedWith = providersSchema.parse(JSON.parse(text));
}
