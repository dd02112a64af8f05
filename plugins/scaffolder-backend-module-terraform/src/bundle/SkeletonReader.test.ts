import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { MAX_BUNDLE_BYTES } from './BundleLimits';
import { SkeletonReader } from './SkeletonReader';
import { useDirectory } from '../testing/useDirectory';

describe('SkeletonReader', () => {
  describe('on a folder', () => {
    const directory = useDirectory();

    const read = (name: string) =>
      new SkeletonReader(directory.path, mockServices.urlReader.mock()).read(
        name,
      );

    beforeEach(() => {
      directory.setContent({
        's3-bucket': { 'main.tf': 'm' },
        'sqs-queue': { 'main.tf': 'q' },
        empty: {},
        'note.txt': 'x',
        linked: ctx => ctx.symlink('./s3-bucket'),
        outside: ctx => ctx.symlink('/etc'),
      });
    });

    it('reads the skeleton of that name', async () => {
      const files = await read('s3-bucket');

      expect(files).toEqual([{ path: 'main.tf', content: Buffer.from('m') }]);
    });

    it('reads what is there now, also in a skeleton that is new', async () => {
      const reader = new SkeletonReader(
        directory.path,
        mockServices.urlReader.mock(),
      );
      await reader.read('s3-bucket');
      directory.addContent({
        's3-bucket': { 'main.tf': 'changed' },
        'event-log': { 'main.tf': 'new' },
      });

      const changed = await reader.read('s3-bucket');
      const added = await reader.read('event-log');

      expect(String(changed[0].content)).toBe('changed');
      expect(String(added[0].content)).toBe('new');
    });

    it('says which skeletons there are', async () => {
      await expect(read('s3-buckets')).rejects.toThrow(
        "skeleton: there is no skeleton 's3-buckets'; there are: empty, s3-bucket, sqs-queue",
      );
    });

    it.each(['linked', 'outside', 'note.txt'])(
      'takes a folder only, not %s',
      async name => {
        await expect(read(name)).rejects.toThrow('there is no skeleton');
      },
    );

    it('refuses an empty one', async () => {
      await expect(read('empty')).rejects.toThrow(
        "skeleton: the skeleton 'empty' has no files",
      );
    });

    it.each([
      '',
      '.',
      '..',
      'a..b',
      '../etc',
      's3-bucket/../../etc',
      's3-bucket/',
      '/etc',
      '%2e%2e',
      's3%2Fbucket',
      's3-bucket\0',
      's3-bucket\n',
      '.hidden',
      'S3-Bucket',
      's3 bucket',
      'x'.repeat(64),
      'ѕ3-bucket',
    ])('refuses the name %j', async name => {
      await expect(read(name)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('is not the name of a skeleton'),
      });
    });
  });

  describe('on a repository', () => {
    const base = 'https://github.com/acme/platform/tree/main/skeletons/';
    let asked: string[];

    const reader = (files: Record<string, string | Buffer>) => {
      asked = [];
      const urlReader: UrlReaderService = mockServices.urlReader.mock({
        readTree: async url => {
          asked.push(url);
          return {
            files: async () =>
              Object.entries(files).map(([path, content]) => ({
                path,
                content: async () => Buffer.from(content),
              })),
            archive: jest.fn(),
            dir: jest.fn(),
            etag: 'etag',
          };
        },
      });
      return new SkeletonReader(base, urlReader);
    };

    it('reads the folder of that name', async () => {
      const files = await reader({
        'variables.tf': 'v',
        'main.tf': 'm',
        'samples/a.json': '{}',
      }).read('s3-bucket');

      expect(asked).toEqual([
        'https://github.com/acme/platform/tree/main/skeletons/s3-bucket',
      ]);
      expect(files.map(({ path }) => path)).toEqual([
        'main.tf',
        'variables.tf',
      ]);
    });

    it.each([
      '../main.tf',
      'modules/../../main.tf',
      '/etc/passwd',
      'a//b.tf',
      './main.tf',
      'a\\b.tf',
      'main.tf\0.png',
    ])('refuses an archive with a file at %j', async path => {
      await expect(
        reader({ 'main.tf': 'm', [path]: 'x' }).read('s3-bucket'),
      ).rejects.toThrow(
        /^skeleton: the repository holds a file at .* which leads out/,
      );
    });

    it('refuses more than a bundle may hold', async () => {
      const files = { 'a.bin': Buffer.alloc(MAX_BUNDLE_BYTES), 'b.tf': 'x' };

      await expect(reader(files).read('s3-bucket')).rejects.toThrow(
        'skeleton: the files are larger than 5 MB together',
      );
    });

    it('asks for nothing by a bad name', async () => {
      await expect(reader({}).read('../..')).rejects.toThrow('skeleton:');

      expect(asked).toEqual([]);
    });
  });
});
