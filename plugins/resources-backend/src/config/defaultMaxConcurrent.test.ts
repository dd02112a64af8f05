import { defaultMaxConcurrent, thisMachine } from './defaultMaxConcurrent';

const GIB = 1024 ** 3;

describe('defaultMaxConcurrent', () => {
  it.each([
    [{ memory: 0.5 * GIB, cores: 4 }, 1],
    [{ memory: 3.9 * GIB, cores: 4 }, 3],
    [{ memory: 64 * GIB, cores: 2 }, 4],
  ])('of %j is %d', (machine, expected) => {
    expect(defaultMaxConcurrent(machine)).toBe(expected);
  });

  it('knows this machine', () => {
    const { memory, cores } = thisMachine();

    expect(memory).toBeGreaterThan(0);
    expect(cores).toBeGreaterThan(0);
  });
});
