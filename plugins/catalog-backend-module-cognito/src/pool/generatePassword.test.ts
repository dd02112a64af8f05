import { generatePassword } from './generatePassword';

describe('generatePassword', () => {
  it('has every kind of character, and none that look alike', () => {
    const passwords = Array.from({ length: 200 }, () => generatePassword());

    for (const password of passwords) {
      expect(password).toMatch(
        /^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^A-Za-z0-9])[^0OIl1]{20}$/,
      );
    }
    expect(new Set(passwords).size).toBe(200);
  });

  it('is as long as the pool wants', () => {
    expect(generatePassword({ MinimumLength: 30 })).toHaveLength(30);
  });
});
