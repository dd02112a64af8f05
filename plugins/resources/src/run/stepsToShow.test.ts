import type { RunStepItem } from '../api/ResourcesApi';
import { stepsToShow } from './stepsToShow';

const step = (
  name: string,
  status: RunStepItem['status'] = 'finished',
): RunStepItem => ({
  step: name,
  status,
  startedAt: '2026-03-04T12:00:00.000Z',
});

const shown = (run: Parameters<typeof stepsToShow>[0]) =>
  stepsToShow(run).map(entry => `${entry.step} ${entry.status}`);

describe('the steps of a run', () => {
  it('shows what is to come while the run goes on', () => {
    expect(
      shown({
        operation: 'apply',
        status: 'planning',
        steps: [step('prepare'), step('guard'), step('init', 'started')],
      }),
    ).toEqual([
      'prepare finished',
      'guard finished',
      'init started',
      'plan waiting',
      'apply waiting',
      'output waiting',
    ]);
  });

  it('shows only what began once the run is over', () => {
    expect(
      shown({
        operation: 'apply',
        status: 'canceled',
        steps: [step('prepare'), step('plan', 'started')],
      }),
    ).toEqual(['prepare finished', 'plan stopped']);
  });

  it('shows the step that the failure names as failed', () => {
    expect(
      shown({
        operation: 'destroy',
        status: 'failed',
        failure: { code: 'apply_failed', message: 'no', step: 'apply' },
        steps: [step('apply', 'started')],
      }),
    ).toEqual(['apply failed']);
  });

  it('keeps both of a step that ran twice apart', () => {
    const ids = stepsToShow({
      operation: 'apply',
      status: 'applying',
      steps: [step('init', 'failed'), step('init')],
    }).map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });
});
