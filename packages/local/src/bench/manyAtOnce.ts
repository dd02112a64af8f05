import type { BenchPortal } from './BenchPortal';
import type { Report } from './Report';
import { timed } from './stopwatch';
import type { TerraformByHand } from './TerraformByHand';

export type ManyAtOnceOptions = {
  portal: BenchPortal;
  byHand: TerraformByHand;
  report: Report;
  count: number;
  /** How many runs the portal has under way at once; the pipelines by hand get the same. */
  parallel: number;
};

/** Many forms submitted at once against as many pipelines by hand, both with the same parallelism. */
export async function manyAtOnce({
  portal,
  byHand,
  report,
  count,
  parallel,
}: ManyAtOnceOptions): Promise<void> {
  const names = (who: string) =>
    Array.from({ length: count }, (_, index) => `bench-many-${who}-${index}`);
  const ours = await timed(() =>
    Promise.all(
      names('portal').map(async name => {
        await portal.submitBucket(name);
        await portal.untilActive(name);
      }),
    ),
  );
  const theirs = await timed(async () => {
    const waiting = names('hand');
    const worker = async () => {
      for (let name = waiting.shift(); name; name = waiting.shift()) {
        await byHand.reviewed(name);
      }
    };
    await Promise.all(Array.from({ length: parallel }, worker));
  });

  report.heading(`${count} at once, ${parallel} in parallel`);
  report.add({ name: 'Terrastage', value: ours.seconds, unit: 's' });
  report.add({
    name: 'reviewed pipelines by hand',
    value: theirs.seconds,
    unit: 's',
  });
  report.add({
    name: 'Terrastage / by hand',
    value: ours.seconds / theirs.seconds,
    unit: 'x',
  });
}
