import { startLocalAws, type LocalAws } from '../aws/startLocalAws';
import { awsRest } from '../testing/awsRequest';
import { liveOnce, type Life } from './__testUtils__/liveOnce';

jest.setTimeout(5 * 60_000);

const NAME = 'terrastage-objects';

describe('a bucket that has objects', () => {
  let aws: LocalAws;
  let life: Life;
  const answers: Record<string, number> = {};

  beforeAll(async () => {
    aws = await startLocalAws();
    const call = async (step: string, method: string, body?: string) => {
      const path = `/${NAME}/receipt.txt`;
      const { status } = await awsRest(aws, 's3', method, path, { body });
      answers[step] = status;
    };
    life = await liveOnce({
      aws,
      skeleton: 's3-bucket',
      variables: { name: NAME, force_destroy: true },
      meanwhile: async () => {
        await call('upload', 'PUT', 'paid');
        await call('download', 'GET');
        await call('upload again', 'PUT', 'paid twice');
        await call('delete', 'DELETE');
      },
    });
  });

  afterAll(async () => {
    await aws?.stop();
  });

  it('takes and gives objects, although its policy asks for TLS', () => {
    expect(answers).toEqual({
      upload: 200,
      download: 200,
      'upload again': 200,
      delete: 204,
    });
  });

  it('goes with force_destroy, its versions and delete markers with it', async () => {
    const { status } = await awsRest(aws, 's3', 'HEAD', `/${NAME}`);

    expect(life.left).toEqual([]);
    expect(status).toBe(404);
  });
});
