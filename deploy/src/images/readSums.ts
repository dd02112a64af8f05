const LINE = /^([0-9a-f]{64}) [ *](\S.*)$/;

/**
 * SHA-256 in hex by name, of a text as `sha256sum` writes it.
 *
 * @throws Error with the line that is none
 */
export function readSums(text: string): Map<string, string> {
  const lines = text.split('\n').filter(Boolean);
  return new Map(
    lines.map(line => {
      const [, sum, name] = LINE.exec(line) ?? [];
      if (!sum) throw new Error(`SHA256SUMS has a line that is none: ${line}`);
      return [name, sum];
    }),
  );
}
