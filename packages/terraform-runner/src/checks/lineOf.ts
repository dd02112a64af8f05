/**
 * Where a block or an attribute stands, for a message: the first line that names all the words in order.
 * The parser tells no positions, so this is a search in the text; nothing is decided by it.
 */
export function lineOf(text: string, ...words: string[]): number | undefined {
  const pattern = new RegExp(words.map(escapePattern).join('.*'));
  const index = text.split('\n').findIndex(line => pattern.test(line));
  return index < 0 ? undefined : index + 1;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
