import { bucketSkeleton } from '../testing/bucketSkeleton';
import { readManifest } from './readManifest';

const read = (yaml: string) =>
  readManifest(
    [{ path: 'terrastage.yaml', content: Buffer.from(yaml) }],
    'path',
  );

describe('readManifest', () => {
  it('reads type and version', () => {
    expect(read(bucketSkeleton['terrastage.yaml'])).toMatchObject({
      type: 's3-bucket',
      version: '1.0.0',
    });
  });

  it('says what to add when there is none', () => {
    expect(() => readManifest([], 'path')).toThrow(
      'path: there is no terrastage.yaml beside the Terraform files; it says the type, the version and the variables',
    );
  });

  it('does not take one in a folder for it', () => {
    const file = {
      path: 'modules/terrastage.yaml',
      content: Buffer.from(bucketSkeleton['terrastage.yaml']),
    };

    expect(() => readManifest([file], 'path')).toThrow('there is no');
  });

  it.each([
    ['no YAML', 'a: [', 'path: terrastage.yaml is not YAML'],
    ['empty', '', 'the file: Invalid input'],
    ['a list', '- a', 'the file: Invalid input'],
    ['of a bad type', 'type: S3', 'is not a manifest'],
    [
      'with a field that nobody knows',
      `${bucketSkeleton['terrastage.yaml']}stateKey: mine\n`,
      'Unrecognized key',
    ],
  ])('says what is wrong with one that is %s', (_, yaml, message) => {
    expect(() => read(yaml)).toThrow(message);
  });

  it('is not blown up by aliases', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]',
      'd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]',
      'e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]',
    ].join('\n');

    expect(() => read(bomb)).toThrow('path: terrastage.yaml is not YAML');
  });
});
