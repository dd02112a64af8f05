export interface TextPart {
  text: string;
  isMatch: boolean;
}

/** A line cut at what was searched for, in any case. */
export function splitMatches(line: string, wanted: string): TextPart[] {
  if (wanted === '') {
    return [{ text: line, isMatch: false }];
  }
  const parts: TextPart[] = [];
  const lower = line.toLowerCase();
  const needle = wanted.toLowerCase();
  let from = 0;
  for (
    let at = lower.indexOf(needle);
    at >= 0;
    at = lower.indexOf(needle, from)
  ) {
    if (at > from) {
      parts.push({ text: line.slice(from, at), isMatch: false });
    }
    parts.push({ text: line.slice(at, at + needle.length), isMatch: true });
    from = at + needle.length;
  }
  if (from < line.length) {
    parts.push({ text: line.slice(from), isMatch: false });
  }
  return parts;
}
