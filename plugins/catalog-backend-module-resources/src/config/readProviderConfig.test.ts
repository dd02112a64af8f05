import { ConfigReader } from '@backstage/config';
import { readProviderConfig } from './readProviderConfig';

const read = (terrastage?: object) =>
  readProviderConfig(
    new ConfigReader(
      terrastage ? { catalog: { providers: { terrastage } } } : {},
    ),
  );

describe('readProviderConfig', () => {
  it('reads all every minute unless told otherwise', () => {
    expect(read()).toEqual({
      schedule: { frequency: { seconds: 60 }, timeout: { minutes: 5 } },
      debounceMs: 500,
    });
  });

  it('takes a schedule and a debounce', () => {
    const config = read({
      schedule: { frequency: 'PT10M', timeout: { minutes: 1 } },
      debounce: '2 seconds',
    });

    expect(config).toMatchObject({
      schedule: { frequency: { minutes: 10 }, timeout: { minutes: 1 } },
      debounceMs: 2_000,
    });
  });

  it('says what is wrong with a schedule', () => {
    expect(() => read({ schedule: { frequency: 'often' } })).toThrow(
      /frequency/,
    );
  });
});
