import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextOnly } from './contextOnly.ts';

describe('a query that is a context', () => {
  it('is read at once', () => {
    assert.deepEqual(contextOnly({}), { targetingKey: undefined });
    assert.deepEqual(contextOnly({ targetingKey: 'ana' }), {
      targetingKey: 'ana',
    });
    assert.deepEqual(
      contextOnly({ context: '{"targetingKey":"ação","plan":{"a":1}}' }),
      {
        targetingKey: undefined,
        context: { targetingKey: 'ação', plan: { a: 1 } },
      },
    );
  });

  const others: [string, object][] = [
    ['another parameter', { context: '{}', flags: 'a,b' }],
    ['a parameter twice', { context: ['{}', '{}'] }],
    ['no JSON', { context: '{' }],
    ['no object', { context: '[]' }],
    ['null', { context: 'null' }],
    ['a key that is no text', { context: '{"targetingKey":1}' }],
    ['a key that is too long', { targetingKey: 'k'.repeat(1001) }],
    ['more than 16 KB', { context: `{"a":"${'x'.repeat(16_384)}"}` }],
    ['__proto__', { context: '{"__proto__":{"plan":"pro"}}' }],
  ];
  for (const [name, query] of others) {
    it(`is left to the schema with ${name}`, () => {
      assert.equal(contextOnly(query), undefined);
    });
  }
});
