import { RunnerError } from '../errors/RunnerError';
import type { ShownPlan } from '../plan/shownPlan';
import type { Job } from '../protocol';

/**
 * A bucket is found from every region, but its resource would say another one than it is in.
 *
 * @throws RunnerError
 */
export function checkRegion(
  draft: Pick<ShownPlan, 'resource_changes'>,
  { adopt, aws }: Pick<Job, 'adopt' | 'aws'>,
): void {
  const { title, id, imports } = adopt!;
  const main = draft.resource_changes.find(
    ({ address }) => address === imports[0].to,
  );
  const before = main?.change.before as { region?: unknown } | undefined;
  const region = before?.region;
  if (typeof region === 'string' && region !== aws.region) {
    throw new RunnerError(
      'adoption_refused',
      `The ${title} '${id}' is in ${region}, but this environment is in ${aws.region}. Nothing was changed. Choose an environment of that region`,
    );
  }
}
