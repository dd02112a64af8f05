import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlaceMap } from './PlaceMap.ts';

describe('a map by project and environment', () => {
  it('keeps apart what differs in either', () => {
    const map = new PlaceMap<number>();
    map.set('shop', 'dev', 1);
    map.set('shop', 'prod', 2);
    map.set('demo', 'dev', 3);
    map.set('shop', 'dev', 4);

    assert.equal(map.get('shop', 'dev'), 4);
    assert.equal(map.get('shop', 'prod'), 2);
    assert.equal(map.get('demo', 'prod'), undefined);
    assert.equal(map.get('other', 'dev'), undefined);
    assert.deepEqual(
      [...map.entries()],
      [
        ['shop', 'dev', 4],
        ['shop', 'prod', 2],
        ['demo', 'dev', 3],
      ],
    );
  });
});
