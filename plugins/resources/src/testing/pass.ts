import { act } from '@testing-library/react';

/** Lets so many milliseconds of fake time pass, with all that happens in them. */
export async function pass(ms: number): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(ms));
}
