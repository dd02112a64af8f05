import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RE2JS } from 're2js';
import { expansionOf } from './expansionOf.ts';

describe('the expansion of an expression', () => {
  const expressions = [
    'a{1000}b{0,900}c{90,}',
    '(?:(?i:ab|c){10}d){100}',
    'aaa(?i){1000}',
    '((a?){30}){30}',
    '[]{1}{2}]{500}',
    '[[:alpha:]\\]({9}]{500}',
    '\\pL\\p{Greek}\\x{41}{700}',
    '\\Qa{1000}(\\E{300}',
    '(?P<year>\\d{4})\\\\{200}',
    '😀{400}|ação{300}',
  ];
  for (const expression of expressions) {
    it(`of ${expression} is what it compiles to, or a few times more`, () => {
      const size = RE2JS.compile(expression).programSize();

      const expansion = expansionOf(expression);

      assert.ok(expansion >= size - 12, `${expansion} of ${size}`);
      assert.ok(expansion <= 5 * size, `${expansion} of ${size}`);
    });
  }

  it('is nothing like that of a text without repetitions', () => {
    assert.ok(expansionOf('a'.repeat(256)) <= 256);
  });
});
