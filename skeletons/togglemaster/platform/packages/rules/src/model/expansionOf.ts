const TOKEN =
  /\\Q[^]*?(?:\\E|$)|\\(?:[pPx]\{[^}]*\}|[^])|\[\^?\]?(?:\[:\^?\w*:\]|\\[^]|[^\]\\])*\]|\(\?[a-zA-Z-]*\)|\{(\d+)(?:,(\d*))?\}|[^]/gu;

/**
 * About as many instructions as an RE2 expression compiles to, told from its
 * text: compiling repetitions of repetitions just to see takes long. Rather too
 * many; a text that is no expression has any number.
 */
export function expansionOf(text: string): number {
  /** Of each open group: what is complete, and what a repetition would repeat. */
  const groups = [{ before: 0, last: 0 }];
  for (const [token, min, max] of text.matchAll(TOKEN)) {
    const group = groups.at(-1)!;
    if (min !== undefined) {
      group.last = (group.last + 1) * Math.max(Number(min), Number(max ?? 0));
    } else if (token === '(') {
      groups.push({ before: 2, last: 0 });
    } else if (token === ')' && groups.length > 1) {
      groups.pop();
      const outer = groups.at(-1)!;
      outer.before += outer.last;
      outer.last = group.before + group.last;
    } else if (/^[*+?]$/.test(token)) {
      group.last += 1;
    } else if (!token.startsWith('(?')) {
      group.before += group.last + (token.startsWith('\\Q') ? token.length : 0);
      group.last = 1;
    }
  }
  return groups.reduce((sum, { before, last }) => sum + before + last, 0);
}
