import { screen } from '@testing-library/react';

/** What the address line shows. */
export function currentAddress(): string {
  return screen.getByTestId('address').textContent ?? '';
}
