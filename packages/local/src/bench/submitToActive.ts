import type { BenchPortal } from './BenchPortal';
import type { Report } from './Report';
import { median, medianRatio } from './statistics';
import { timed } from './stopwatch';
import type { TerraformByHand } from './TerraformByHand';

export type SubmitToActiveOptions = {
  portal: BenchPortal;
  byHand: TerraformByHand;
  report: Report;
  rounds: number;
};

/**
 * From the submitted form to the active resource, against the same files by hand, in turn: portal, reviewed
 * pipeline, bare apply. One round before warms the disk cache and is not counted.
 */
export async function submitToActive({
  portal,
  byHand,
  report,
  rounds,
}: SubmitToActiveOptions): Promise<void> {
  const ours: number[] = [];
  const reviewed: number[] = [];
  const bare: number[] = [];
  const steps = new Map<string, number[]>();
  const memory: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const portalTime = await timed(async () => {
      await portal.submitBucket(`bench-portal-${round}`);
      return portal.untilActive(`bench-portal-${round}`);
    });
    const reviewedTime = await timed(() =>
      byHand.reviewed(`bench-reviewed-${round}`),
    );
    const bareTime = await timed(() => byHand.bare(`bench-bare-${round}`));
    if (round === 0) continue;
    ours.push(portalTime.seconds);
    reviewed.push(reviewedTime.seconds);
    bare.push(bareTime.seconds);
    for (const { step, durationMs } of portalTime.value.steps) {
      if (durationMs !== undefined) {
        steps.set(step, [...(steps.get(step) ?? []), durationMs]);
      }
    }
    const { usage } = portalTime.value;
    if (usage) memory.push(usage.maxRssBytes / 1024 / 1024);
  }

  report.heading('From the submitted form to the active bucket (medians)');
  report.add({ name: 'Terrastage', value: median(ours), unit: 's' });
  report.add({
    name: 'by hand: init, plan -out, show -json, apply plan',
    value: median(reviewed),
    unit: 's',
  });
  report.add({
    name: 'by hand: init, apply',
    value: median(bare),
    unit: 's',
  });
  report.add({
    name: 'Terrastage / reviewed pipeline by hand',
    value: medianRatio(ours, reviewed),
    unit: 'x',
    atMost: 0.8,
  });
  report.add({
    name: 'Terrastage / bare init and apply by hand',
    value: medianRatio(ours, bare),
    unit: 'x',
    atMost: 1.2,
  });

  report.heading('Where the time goes (median of each step of the run)');
  for (const [step, values] of steps) {
    report.add({ name: step, value: median(values), unit: 'ms' });
  }
  if (memory.length > 0) {
    report.add({
      name: 'largest resident set of Terraform',
      value: median(memory),
      unit: 'MB',
    });
  }
}
