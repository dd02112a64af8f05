import { attributeDiff } from './attributeDiff';

describe('the difference of an attribute', () => {
  it('compares JSON that stands in a string by line', () => {
    const lines = attributeDiff({
      path: 'policy',
      before: '{"a":1}',
      after: '{"a":2}',
    });

    expect(lines).toEqual([
      { kind: 'same', text: '{' },
      { kind: 'removed', text: '  "a": 1' },
      { kind: 'added', text: '  "a": 2' },
      { kind: 'same', text: '}' },
    ]);
  });

  it.each([
    ['of one line', { before: 'a', after: 'b' }],
    ['that was not set', { after: 'a\nb' }],
    ['that is set to nothing', { before: 'a\nb', after: null }],
    ['that is not known yet', { before: 'a\nb', afterUnknown: true }],
    ['that is sensitive', { beforeSensitive: true, afterSensitive: true }],
  ])('is none for one %s', (_, sides) => {
    expect(attributeDiff({ path: 'x', ...sides })).toBeUndefined();
  });
});
