import type { MixedWork, WorkType } from './MixedWork';
import type { Report } from './Report';
import { median, medianRatio } from './statistics';
import { timed } from './stopwatch';

export type EachTemplateOptions = {
  work: MixedWork;
  report: Report;
  types: readonly WorkType[];
  rounds: number;
};

/**
 * From the submitted form to the active resource for each type, against bare `init` and `apply` of the same files by
 * hand, in turn. Buckets have a figure of their own, with more of them.
 */
export async function eachTemplate({
  work,
  report,
  types,
  rounds,
}: EachTemplateOptions): Promise<void> {
  for (const type of types) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const name = (who: string) => `bench-${type}-${who}-${round}`;
      const portalTime = await timed(() => work.byPortal(type, name('portal')));
      const bareTime = await timed(() => work.bareByHand(type, name('hand')));
      ours.push(portalTime.seconds);
      bare.push(bareTime.seconds);
    }
    report.heading(`From the submitted form to the active ${type} (medians)`);
    report.add({ name: 'Terrastage', value: median(ours), unit: 's' });
    report.add({
      name: 'by hand: init, apply',
      value: median(bare),
      unit: 's',
    });
    report.add({
      name: 'Terrastage / bare init and apply by hand',
      value: medianRatio(ours, bare),
      unit: 'x',
    });
  }
}
