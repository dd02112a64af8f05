import { act, renderHook } from '@testing-library/react';
import { useNowNear } from './useNowNear';

const START = Date.parse('2026-11-22T10:00:00Z');

describe('useNowNear', () => {
  let time = START;
  const clock = () => time;
  const pass = (ms: number) =>
    act(() => {
      time += ms;
      jest.advanceTimersByTime(ms);
    });

  beforeEach(() => {
    time = START;
    jest.useFakeTimers();
  });

  afterEach(() => jest.useRealTimers());

  it('counts the seconds of what has just happened', () => {
    const { result } = renderHook(() =>
      useNowNear('2026-11-22T09:59:58Z', clock),
    );

    pass(1_000);
    expect(result.current).toBe(START + 1_000);
    pass(1_000);
    expect(result.current).toBe(START + 2_000);
  });

  it('looks seldom at what is further away', () => {
    const { result } = renderHook(() =>
      useNowNear('2026-11-20T10:00:00Z', clock),
    );

    pass(29_000);
    expect(result.current).toBe(START);
    pass(1_000);
    expect(result.current).toBe(START + 30_000);
  });

  it('looks less often as time goes by', () => {
    const { result } = renderHook(() =>
      useNowNear('2026-11-22T10:00:00Z', clock),
    );
    for (let second = 0; second < 90; second += 1) {
      pass(1_000);
    }
    expect(result.current).toBe(START + 90_000);

    pass(29_000);
    expect(result.current).toBe(START + 90_000);
  });
});
