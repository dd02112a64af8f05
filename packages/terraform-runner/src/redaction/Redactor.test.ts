import { REDACTED, Redactor } from './Redactor';

function redactorOf(...secrets: unknown[]): Redactor {
  const redactor = new Redactor();
  secrets.forEach(secret => redactor.add(secret));
  return redactor;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('Redactor', () => {
  const secret = 'p@ss w/rd+é"x';

  it.each([
    ['as it is', secret],
    ['as JSON text', JSON.stringify(secret).slice(1, -1)],
    ['URL-encoded', encodeURIComponent(secret)],
    ['as a form value', encodeURIComponent(secret).replaceAll('%20', '+')],
    ['in Base64', base64(secret)],
    ['in Base64 without padding', base64(secret).replace(/=+$/, '')],
    ['in URL-safe Base64', Buffer.from(secret).toString('base64url')],
    ['in Base64 that is URL-encoded', encodeURIComponent(base64(secret))],
  ])('hides a secret %s', (_, text) => {
    const redacted = redactorOf(secret).text(`before ${text} after`);

    expect(redacted).toMatch(/^before \(sensitive\)(=|%3D)* after$/);
  });

  it.each(['u:', 'us:', 'usr:', 'user:'])(
    'hides a secret in the Base64 of a longer text that begins with %s',
    prefix => {
      const encoded = base64(`${prefix}${secret}@host.example`);

      const redacted = redactorOf(secret).text(encoded);

      expect(redacted).toContain(REDACTED);
      expect(Buffer.from(redacted, 'base64').toString()).not.toContain('ss w');
    },
  );

  it('hides each line of a secret of many lines', () => {
    const key = '-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n';

    const redacted = redactorOf(key).text('  kqhkiG9w0BAQEF');

    expect(redacted).toBe(`  ${REDACTED}`);
  });

  it('hides everything inside a structured secret, numbers included', () => {
    const redactor = redactorOf({ user: 'admin', ports: [54321] });

    expect(redactor.text('admin at 54321')).toBe(`${REDACTED} at ${REDACTED}`);
  });

  it('hides the longer one of two secrets whole', () => {
    expect(redactorOf('hunter', 'hunter2hunter2').text('hunter2hunter2')).toBe(
      REDACTED,
    );
  });

  it('leaves alone what is too short to be told from other text', () => {
    expect(redactorOf('abc', '', 12, true, null).text('abc 12 true')).toBe(
      'abc 12 true',
    );
  });

  it('takes a secret literally', () => {
    expect(redactorOf('a.*b(').text('axxb( a.*b(')).toBe(`axxb( ${REDACTED}`);
  });

  it('hides in all texts of a value, its keys included', () => {
    const value = {
      text: 'is hunter2',
      list: ['hunter2', 1, null, true],
      hunter2: { deep: 'x' },
    };

    expect(redactorOf('hunter2').value(value)).toEqual({
      text: `is ${REDACTED}`,
      list: [REDACTED, 1, null, true],
      [REDACTED]: { deep: 'x' },
    });
  });

  it('knows secrets that were added later', () => {
    const redactor = redactorOf('first-secret');
    redactor.text('x');

    redactor.add('second-secret');

    expect(redactor.text('second-secret first-secret')).toBe(
      `${REDACTED} ${REDACTED}`,
    );
  });
});
