import { idempotencyKey } from './idempotencyKey';

const ctx = { task: { id: 'task-1' }, step: { id: 'apply' } };

describe('idempotencyKey', () => {
  it('is the same for the same step of the same task', () => {
    expect(idempotencyKey(ctx, 'dev/invoices')).toBe(
      'task:task-1:apply:dev/invoices',
    );
  });

  it('stays within what the portal takes, and different', () => {
    const long = (end: string) =>
      idempotencyKey({ ...ctx, step: { id: 'x'.repeat(300) } }, `dev/${end}`);

    expect(long('a').length).toBeLessThanOrEqual(200);
    expect(long('a')).toBe(long('a'));
    expect(long('a')).not.toBe(long('b'));
  });

  it('can be sent as a header, whatever the names are', () => {
    expect(idempotencyKey(ctx, 'produção/invoices')).toMatch(
      /^task:sha256:[0-9a-f]{64}$/,
    );
  });
});
