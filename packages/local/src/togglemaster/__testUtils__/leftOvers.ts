/** What rendering leaves behind where a value or a placeholder was wrong. */
const PLACEHOLDER =
  /\$\{\{ *(values|parameters|steps|each)|\{%|\bundefined\b|\[object Object\]|\bNaN\b/;
const EMPTY_VALUE = /^[ -]*[\w.-]+: *$|: ""|=$/;

/** Lines of a rendered file that hold a placeholder, or a key without a value. */
export function leftOvers(text: string): string[] {
  return text.split('\n').filter(
    (line, index, lines) =>
      PLACEHOLDER.test(line) ||
      // A key with nothing after it begins a block, unless nothing is indented below it.
      (EMPTY_VALUE.test(line) && !/^\s*- |^\s+/.test(lines[index + 1] ?? '')),
  );
}
