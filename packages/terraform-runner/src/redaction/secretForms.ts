/** Bytes below which a value inside a longer Base64 text could be found by chance. */
const MIN_EMBEDDED_BYTES = 6;

/**
 * The texts under which a secret may show up: as it is, line by line, as JSON and URL text, and in Base64,
 * also where the secret is only a part of what was encoded (`user:password`).
 */
export function secretForms(secret: string): string[] {
  const forms = new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    encodeURIComponent(secret).replaceAll('%20', '+'),
    ...linesOf(secret),
    ...base64Forms(secret),
  ]);
  return [...forms];
}

function linesOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map(line => line.trim());
  return lines.length > 1 ? lines.filter(line => line.length >= 8) : [];
}

function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const whole = bytes.toString('base64').replace(/=+$/, '');
  const standard = [
    whole,
    ...(bytes.length < MIN_EMBEDDED_BYTES ? [] : embeddedBase64(bytes)),
  ];
  return standard.flatMap(text => [
    text,
    text.replaceAll('+', '-').replaceAll('/', '_'),
    encodeURIComponent(text),
  ]);
}

/**
 * Base64 takes three bytes at a time, so what a secret looks like inside a longer text depends on where it
 * starts. The characters that a neighbour's bits reach into are cut off at both ends.
 */
function embeddedBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map(shift => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const start = shift === 0 ? 0 : shift + 1;
    const wholeCharacters = Math.floor(((shift + bytes.length) * 8) / 6);
    return text.slice(start, wholeCharacters);
  });
}
