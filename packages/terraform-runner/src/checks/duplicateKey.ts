const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/**
 * A key that one object of a JSON text has twice. JSON.parse() keeps the last of them, Terraform reads both:
 * the first would go unchecked.
 *
 * @param text - JSON that was parsed before, so that its form needs no check
 */
export function duplicateKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (token === '{') {
      open.push(new Set());
    } else if (token === '[') {
      open.push(undefined);
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token.startsWith('"') && tokens[index + 1] === ':') {
      const keys = open.at(-1);
      const key = JSON.parse(token);
      if (keys?.has(key)) {
        return key;
      }
      keys?.add(key);
    }
  }
  return undefined;
}
