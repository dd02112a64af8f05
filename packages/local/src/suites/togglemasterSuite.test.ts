import { assertNode, totalOf } from './togglemasterSuite';

describe('the total of the rendered repository', () => {
  it('is what its last line says', () => {
    const lines = [
      'total: 1 passed, 0 failed, 0 skipped',
      'total: 310 passed, 2 failed, 1 skipped',
    ];

    expect(totalOf(lines, 1)).toEqual({ passed: 310, failed: 2, skipped: 1 });
  });

  it.each([
    ['no line', [], 0],
    ['no test', ['total: 0 passed, 0 failed, 0 skipped'], 0],
    ['an exit code', ['total: 3 passed, 0 failed, 0 skipped'], 1],
    ['a signal', ['total: 3 passed, 0 failed, 0 skipped'], 'SIGKILL'],
  ])('is a failure with %s that speaks against it', (_what, lines, code) => {
    expect(totalOf(lines, code).failed).toBe(1);
  });

  it('needs the Node that the repository asks for', () => {
    expect(() => assertNode('24.1.0')).not.toThrow();
    expect(() => assertNode('22.15.0')).toThrow(
      'needs Node 24, and this is 22.15.0',
    );
  });
});
