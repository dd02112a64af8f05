/** 4 March 2026, noon: three days after the sample resources were made. */
export const NOON = '2026-03-04T12:00:00.000Z';

/** Puts every test of a file at noon. Time goes on by itself, and further where a test lets it pass. */
export function useFakeClock(): void {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(NOON), advanceTimers: true });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}
