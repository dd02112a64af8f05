import { localPassword } from './localPassword';
import { passwordFault } from './oauth/passwordFault';

describe('localPassword', () => {
  it('fits the rules of the pool whatever is picked', () => {
    for (const pick of [() => 0, (max: number) => max - 1]) {
      const password = localPassword(pick as never);

      expect(passwordFault(password, password)).toBeUndefined();
    }
  });

  it('is selected as one word', () => {
    expect(localPassword()).toMatch(/^[A-Za-z0-9]{4}(-[A-Za-z0-9]{4}){3}$/);
  });
});
