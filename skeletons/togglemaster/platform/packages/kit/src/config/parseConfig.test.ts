import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { ConfigError } from './ConfigError.ts';
import { parseConfig } from './parseConfig.ts';
import { serviceConfig } from './serviceConfig.ts';

describe('the configuration', () => {
  it('is read from the environment, with defaults', () => {
    const config = parseConfig(serviceConfig, { PORT: '8001', LOG_LEVEL: '' });

    assert.equal(config.PORT, 8001);
    assert.equal(config.LOG_LEVEL, 'info');
  });

  it('with faults names all of them and no value', () => {
    const schema = z.object({
      SECRET: z.string().min(32),
      DATABASE_URL: z.url(),
    });

    assert.throws(
      () => parseConfig(schema, { SECRET: 'hunter2' }),
      (error: unknown) => {
        assert.ok(error instanceof ConfigError);
        assert.deepEqual(
          error.faults.map(({ variable }) => variable),
          ['SECRET', 'DATABASE_URL'],
        );
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      },
    );
  });

  for (const PORT of ['-1', '65536', '80.5', 'http']) {
    it(`refuses the port ${PORT}`, () => {
      assert.throws(() => parseConfig(serviceConfig, { PORT }), ConfigError);
    });
  }
});
