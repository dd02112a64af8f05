import { awsFailure } from '../aws/awsFailure';
import { putFile } from '../state/putFile';
import type { RunContext } from './RunContext';
import { PROVIDERS_METADATA, planKey, providerDigests } from './planObject';

/** Puts the saved plan into the state bucket, for an apply after an approval. */
export async function storePlan(context: RunContext): Promise<void> {
  const { job, aws, folders, found } = context;
  const key = planKey(job);
  const metadata = {
    [PROVIDERS_METADATA]: JSON.stringify(providerDigests(found.prepared!)),
  };
  try {
    await putFile(aws, job.state, { key, path: folders.planFile, metadata });
  } catch (error) {
    throw awsFailure(
      'plan_failed',
      `store the plan at s3://${job.state.bucket}/${key}`,
      error,
    );
  }
}
