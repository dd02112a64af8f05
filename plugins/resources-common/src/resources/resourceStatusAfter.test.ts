import { runStatuses, terminalRunStatuses } from '../runs/RunStatus';
import type { ResourceStatus } from './ResourceStatus';
import { resourceStatusAfter } from './resourceStatusAfter';

const nothingYet = {
  status: 'creating',
  hasState: false,
  applyStarted: false,
} as const;

const standing = {
  status: 'active',
  hasState: true,
  applyStarted: false,
} as const;

describe('resourceStatusAfter', () => {
  it.each([
    ['apply', nothingYet, 'creating'],
    ['apply', standing, 'updating'],
    ['destroy', standing, 'deleting'],
    ['destroy', nothingYet, 'deleting'],
  ] as const)(
    'shows a resource whose %s is under way',
    (operation, before, expected) => {
      const active = runStatuses.filter(
        status => !(terminalRunStatuses as readonly string[]).includes(status),
      );

      for (const status of active) {
        expect(resourceStatusAfter(before, { operation, status })).toBe(
          expected,
        );
      }
    },
  );

  it('makes a resource active when it was applied and deleted when it was destroyed', () => {
    expect(
      resourceStatusAfter(nothingYet, {
        operation: 'apply',
        status: 'applied',
      }),
    ).toBe('active');
    expect(
      resourceStatusAfter(standing, {
        operation: 'destroy',
        status: 'applied',
      }),
    ).toBe('deleted');
  });

  it.each(['failed', 'canceled', 'discarded', 'policy_denied'] as const)(
    'leaves a standing resource active when a run is %s before it touched anything',
    status => {
      expect(
        resourceStatusAfter(
          { ...standing, status: 'updating' },
          { operation: 'apply', status },
        ),
      ).toBe('active');
      expect(
        resourceStatusAfter(
          { ...standing, status: 'deleting' },
          { operation: 'destroy', status },
        ),
      ).toBe('active');
    },
  );

  it.each(['failed', 'canceled'] as const)(
    'shows a resource as failed when a run is %s after it began to apply',
    status => {
      const before = { ...standing, applyStarted: true };

      expect(resourceStatusAfter(before, { operation: 'apply', status })).toBe(
        'failed',
      );
    },
  );

  it('shows a first apply that never began as failed', () => {
    expect(
      resourceStatusAfter(nothingYet, {
        operation: 'apply',
        status: 'canceled',
      }),
    ).toBe('failed');
  });

  it('asks for a person after a lost apply', () => {
    expect(
      resourceStatusAfter(
        { ...standing, applyStarted: true },
        { operation: 'apply', status: 'needs_attention' },
      ),
    ).toBe('needs_attention');
  });

  it('changes nothing for a run that only plans', () => {
    const statuses: ResourceStatus[] = ['draft', 'active', 'needs_attention'];

    for (const status of statuses) {
      for (const runStatus of runStatuses) {
        expect(
          resourceStatusAfter(
            { ...standing, status },
            { operation: 'plan', status: runStatus },
          ),
        ).toBe(status);
      }
    }
  });
});
