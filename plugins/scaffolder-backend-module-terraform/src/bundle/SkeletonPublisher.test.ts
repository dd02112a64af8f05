import { mockServices } from '@backstage/backend-test-utils';
import { bucketSkeleton } from '../testing/bucketSkeleton';
import { FakeResourcesService } from '../testing/FakeResourcesService';
import { refusal } from '../testing/refusal';
import { SkeletonPublisher } from './SkeletonPublisher';
import { SkeletonReader } from './SkeletonReader';
import { useDirectory } from '../testing/useDirectory';

describe('SkeletonPublisher', () => {
  const directory = useDirectory();
  let resources: FakeResourcesService;
  let publisher: SkeletonPublisher;
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    jest.clearAllMocks();
    resources = new FakeResourcesService();
    directory.setContent({
      's3-bucket': {
        ...bucketSkeleton,
        'CHANGELOG.md': '## 1.0.0\n\n- The first.\n',
      },
      notes: { 'README.md': 'No skeleton' },
    });
    publisher = new SkeletonPublisher({
      skeletons: new SkeletonReader(
        directory.path,
        mockServices.urlReader.mock(),
      ),
      resources,
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      logger,
    });
  });

  it('publishes each folder with a manifest, with its changelog', async () => {
    await publisher.publish();

    expect(resources.published).toEqual([
      {
        type: 's3-bucket',
        request: expect.objectContaining({
          name: 's3-bucket',
          changelog: '## 1.0.0\n\n- The first.\n',
        }),
      },
    ]);
    expect(
      resources.published[0].request.bundle.files.map(({ path }) => path),
    ).toEqual(['main.tf', 'terrastage.yaml']);
  });

  it('says nothing again that is as it was, and what has changed at once', async () => {
    await publisher.publish();
    await publisher.publish();
    directory.addContent({ 's3-bucket': { 'CHANGELOG.md': '## 1.0.1' } });
    await publisher.publish();

    expect(resources.published.map(({ request }) => request.changelog)).toEqual(
      ['## 1.0.0\n\n- The first.\n', '## 1.0.1'],
    );
  });

  it('tries again what the portal did not take', async () => {
    resources.refuses = await refusal(503, {
      name: 'ServiceUnavailableError',
      message: 'Away',
    });
    await publisher.publish();
    resources.refuses = undefined;

    await publisher.publish();

    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(resources.published).toHaveLength(1);
  });

  it('publishes the others where one is broken, and one alone of two that make the same', async () => {
    directory.addContent({
      broken: { 'terrastage.yaml': 'type: [' },
      'z-bucket': bucketSkeleton,
    });

    await publisher.publish();

    expect(resources.published.map(({ request }) => request.name)).toEqual([
      's3-bucket',
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("'broken' was not published"),
      expect.anything(),
    );
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("'z-bucket' was not published"),
      expect.objectContaining({
        message: expect.stringContaining("'s3-bucket' makes resources"),
      }),
    );
  });
});
