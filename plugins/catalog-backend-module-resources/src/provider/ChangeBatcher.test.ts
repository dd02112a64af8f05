import { ChangeBatcher } from './ChangeBatcher';

describe('ChangeBatcher', () => {
  const batches: string[][] = [];
  let batcher: ChangeBatcher;

  beforeEach(() => {
    jest.useFakeTimers();
    batches.length = 0;
    batcher = new ChangeBatcher(500, ids => batches.push(ids));
  });

  afterEach(() => jest.useRealTimers());

  it('hands over each id once, however often it came', () => {
    ['a', 'b', 'a', 'a'].forEach(id => batcher.add(id));

    jest.advanceTimersByTime(500);

    expect(batches).toEqual([['a', 'b']]);
  });

  it('does not wait for ever while changes go on coming', () => {
    for (let ms = 0; ms < 2_000; ms += 100) {
      batcher.add(`at ${ms}`);
      jest.advanceTimersByTime(100);
    }

    expect(batches).toHaveLength(4);
  });

  it('hands over nothing once it is stopped', () => {
    batcher.add('a');
    batcher.stop();

    jest.advanceTimersByTime(10_000);

    expect(batches).toEqual([]);
  });
});
