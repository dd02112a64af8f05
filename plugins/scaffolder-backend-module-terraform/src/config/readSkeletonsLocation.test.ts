import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { readSkeletonsLocation } from './readSkeletonsLocation';

const read = (skeletons?: string) =>
  readSkeletonsLocation(
    new ConfigReader({ scaffolder: { terraform: { skeletons } } }),
  );

describe('readSkeletonsLocation', () => {
  it('is the repository’s own skeletons unless told otherwise', () => {
    expect(readSkeletonsLocation(new ConfigReader({}))).toBe(
      resolve('../../skeletons/terraform'),
    );
  });

  it('takes a path from where the backend runs', () => {
    expect(read('skeletons')).toBe(resolve('skeletons'));
    expect(read('/srv/skeletons')).toBe('/srv/skeletons');
  });

  it('takes a URL as it is', () => {
    const url = 'https://github.com/acme/platform/tree/main/skeletons';

    expect(read(url)).toBe(url);
  });
});
