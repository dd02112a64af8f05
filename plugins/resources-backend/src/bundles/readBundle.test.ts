import { createHash } from 'node:crypto';
import { MAX_BUNDLE_BYTES } from '@terrastage/terraform-runner/protocol';
import { bundleOf, MANIFEST } from '../testing/builders';
import { readBundle } from './readBundle';

const pathsOf = (content: string): string[] =>
  JSON.parse(content).files.map(({ path }: { path: string }) => path);

describe('readBundle', () => {
  it('gives the digest of the canonical JSON, whatever the order of the files', () => {
    const files = bundleOf({ 'B.tf': 'b', 'a.tf': 'a' }).files;

    const bundle = readBundle({ files });
    const reversed = readBundle({ files: [...files].reverse() });

    expect(reversed).toEqual(bundle);
    expect(pathsOf(bundle.content)).toEqual([
      'B.tf',
      'a.tf',
      'main.tf',
      'terrastage.yaml',
    ]);
    expect(bundle.digest).toBe(
      `sha256:${createHash('sha256').update(bundle.content).digest('hex')}`,
    );
    expect(bundle.manifest).toMatchObject({ type: 's3-bucket' });
  });

  it('has one digest for one content, also where Base64 has two forms', () => {
    const withContent = (content: string) => ({
      files: [...bundleOf().files, { path: 'x', content }],
    });

    expect(readBundle(withContent('QR=='))).toEqual(
      readBundle(withContent('QQ==')),
    );
  });

  it('refuses more than 5 MB, naming the size', () => {
    const large = bundleOf({ 'large.txt': 'x'.repeat(MAX_BUNDLE_BYTES) });

    expect(() => readBundle(large)).toThrow(
      expect.objectContaining({
        statusCode: 413,
        message: expect.stringMatching(/^bundle: its files have \d+ bytes/),
      }),
    );
  });

  it('refuses the same path twice, also in another case', () => {
    const twice = bundleOf({ 'MAIN.tf': 'x' });

    expect(() => readBundle(twice)).toThrow("'MAIN.tf' is there twice");
  });

  it.each([
    ['without a manifest', undefined, 'there is no terrastage.yaml'],
    ['whose manifest is no YAML', 'a: [', 'terrastage.yaml is not YAML'],
    [
      'whose manifest has a key too many',
      `${MANIFEST}\nowner: me`,
      'terrastage.yaml is not valid: Unrecognized key: "owner"',
    ],
    [
      'whose manifest leaves its variables open',
      MANIFEST.replace('additionalProperties: false', ''),
      'terrastage.yaml: variables: must be a JSON Schema',
    ],
    [
      'whose manifest makes much of little by aliases',
      `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]`,
      'terrastage.yaml is not YAML',
    ],
  ])('refuses one %s', (_, manifest, message) => {
    const bundle = bundleOf({ 'terrastage.yaml': manifest });

    expect(() => readBundle(bundle)).toThrow(message);
  });
});
