import type { MixedWork, WorkType } from './MixedWork';
import type { Report } from './Report';
import { timed } from './stopwatch';

export type MixedAtOnceOptions = {
  work: MixedWork;
  report: Report;
  types: readonly WorkType[];
};

/** Forms of different templates submitted at once, against as many reviewed pipelines by hand, all at once. */
export async function mixedAtOnce({
  work,
  report,
  types,
}: MixedAtOnceOptions): Promise<void> {
  const all = (make: (type: WorkType, index: number) => Promise<unknown>) =>
    timed(() => Promise.all(types.map(make)));
  const ours = await all((type, index) =>
    work.byPortal(type, `bench-mixed-portal-${index}`),
  );
  const theirs = await all((type, index) =>
    work.reviewedByHand(type, `bench-mixed-hand-${index}`),
  );

  report.heading(`${types.length} of all templates at once`);
  report.add({ name: 'Terrastage', value: ours.seconds, unit: 's' });
  report.add({
    name: 'reviewed pipelines by hand, all at once',
    value: theirs.seconds,
    unit: 's',
  });
  report.add({
    name: 'Terrastage / by hand',
    value: ours.seconds / theirs.seconds,
    unit: 'x',
  });
}
