import { createHash } from 'node:crypto';
import { bundleOf } from '../testing/bundleOf';
import { bundleDigest } from './bundleDigest';

describe('bundleDigest', () => {
  it('is SHA-256 over the canonical JSON', () => {
    const canonical =
      '{"files":[{"path":"B.tf","content":"eA=="},{"path":"a.tf","content":"eQ=="}]}';
    const hex = createHash('sha256').update(canonical).digest('hex');

    expect(bundleDigest(bundleOf({ 'a.tf': 'y', 'B.tf': 'x' }))).toBe(
      `sha256:${hex}`,
    );
  });

  it('is the same in any order and another for another content', () => {
    const one = bundleDigest(bundleOf({ a: '1', b: '2' }));

    expect(bundleDigest(bundleOf({ b: '2', a: '1' }))).toBe(one);
    expect(bundleDigest(bundleOf({ a: '1', b: '3' }))).not.toBe(one);
  });
});
