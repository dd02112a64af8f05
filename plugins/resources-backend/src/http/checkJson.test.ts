import { checkJson } from './checkJson';

const nested = (depth: number) =>
  JSON.parse(`${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`);

describe('checkJson', () => {
  it.each([
    ['a string', 'text'],
    ['a list of objects', [{ a: 1 }, { b: [null, true] }]],
    ['twenty levels', nested(20)],
    ['a value that is named like a key it may not have', { a: '__proto__' }],
  ])('takes %s', (_, value) => {
    expect(() => checkJson(value)).not.toThrow();
  });

  it.each([
    ['{"variables":{"__proto__":{}}}', 'variables.__proto__: is not allowed'],
    ['{"a":[{"constructor":1}]}', 'a[0].constructor: is not allowed'],
    ['{"prototype":1}', 'prototype: is not allowed'],
    ['{"a":{"b":1e400}}', 'a.b: is too large a number'],
    ['-1e400', 'The body: is too large a number'],
  ])('refuses %s', (text, message) => {
    expect(() => checkJson(JSON.parse(text))).toThrow(message);
  });

  it('refuses more than twenty levels, however deep', () => {
    const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));

    expect(() => checkJson(nested(21))).toThrow('nested deeper than 20 levels');
    expect(() => checkJson(deep)).toThrow('nested deeper than 20 levels');
  });
});
