import type { BenchPortal } from './BenchPortal';
import type { Report } from './Report';
import { median, medianRatio } from './statistics';
import { timed } from './stopwatch';
import type { TerraformByHand } from './TerraformByHand';

export type ChangeToPlanOptions = {
  portal: BenchPortal;
  byHand: TerraformByHand;
  report: Report;
  rounds: number;
};

/**
 * From the submitted form of a change to the plan that can be read, against `plan -out` and `show -json` in a folder
 * that is initialised already, in turn. One round before is not counted.
 */
export async function changeToPlan({
  portal,
  byHand,
  report,
  rounds,
}: ChangeToPlanOptions): Promise<void> {
  const ours: number[] = [];
  const hand: number[] = [];
  const name = 'bench-change-portal';
  await portal.submitBucket(name);
  await portal.untilActive(name);
  await byHand.bare('bench-change-by-hand');
  for (let round = 0; round <= rounds; round++) {
    const portalTime = await timed(() =>
      portal.planChange(name, { versions: 'none' }),
    );
    await portal.discard(portalTime.value.id);
    const handTime = await timed(() =>
      byHand.planChange('bench-change-by-hand', { versioning: false }),
    );
    if (round === 0) continue;
    ours.push(portalTime.seconds);
    hand.push(handTime.seconds);
  }

  report.heading('From the submitted form of a change to its plan (medians)');
  report.add({ name: 'Terrastage', value: median(ours), unit: 's' });
  report.add({
    name: 'by hand: plan -out, show -json',
    value: median(hand),
    unit: 's',
  });
  report.add({
    name: 'Terrastage / plan and show by hand',
    value: medianRatio(ours, hand),
    unit: 'x',
  });
}
