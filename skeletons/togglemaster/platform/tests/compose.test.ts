import { parseConfig, type ServiceDefinition } from '@togglemaster/kit';
import { composeEnv, newSecrets } from '@togglemaster/local';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';

type Container = {
  image?: string;
  ports?: string[];
  environment?: Record<string, string>;
};

const root = fileURLToPath(new URL('..', import.meta.url));
const services = (await readdir(`${root}/services`)).toSorted();
const added = services
  .filter(name => existsSync(`${root}/services/${name}/compose.yaml`))
  .map(name => ({ name }));
const env = composeEnv(newSecrets(), added);
const settings = Object.fromEntries(
  env
    .trimEnd()
    .split('\n')
    .map(line => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
);

/** What Docker Compose makes of the files that .env names. */
async function containers(): Promise<Record<string, Container>> {
  const texts = await Promise.all(
    settings
      .COMPOSE_FILE!.split(':')
      .map(file => readFile(`${root}/${file}`, 'utf8')),
  );
  const files = texts.map(text =>
    parse(
      text.replaceAll(/\$\{([A-Z_]+):\?[^}]+\}/g, (_whole, name) => {
        assert.ok(settings[name], `${name} is not in .env`);
        return settings[name]!;
      }),
      { merge: true },
    ),
  );
  return Object.assign({}, ...files.map(file => file.services));
}

describe('the containers of Docker Compose', () => {
  for (const name of services) {
    it(`start ${name} with settings that it takes, at its port`, async () => {
      const { environment = {}, ports } = (await containers())[name]!;
      const module = await import(`../services/${name}/src/index.ts`);
      const { config } = module[`${name}Service`] as ServiceDefinition<
        typeof import('@togglemaster/kit').serviceConfig & z.ZodObject
      >;

      const { PORT } = parseConfig(config, environment);

      assert.deepEqual(ports, [`127.0.0.1:${PORT}:${PORT}`]);
    });
  }

  it('ask the services by their names and ports', async () => {
    const all = await containers();

    for (const { environment = {} } of Object.values(all)) {
      for (const [variable, value] of Object.entries(environment)) {
        if (!/^(AUTH|FLAG|TARGETING|ANALYTICS)_URL$/.test(variable)) continue;
        const { hostname, port } = new URL(value);
        assert.equal(all[hostname]?.environment?.PORT, port, variable);
      }
    }
  });

  it('come from images whose version is said, and face this machine alone', async () => {
    for (const { image, ports = [] } of Object.values(await containers())) {
      if (image) assert.match(image, /:\d+\.\d+/);
      for (const port of ports) assert.match(port, /^127\.0\.0\.1:/);
    }
  });
});

describe('.env', () => {
  it('keeps its secrets and learns of added services', () => {
    const again = composeEnv(newSecrets(), [{ name: 'billing' }], env);

    assert.equal(
      again.replace(/^COMPOSE_FILE=.*$/m, ''),
      env.replace(/^COMPOSE_FILE=.*$/m, ''),
    );
    assert.match(
      again,
      /^COMPOSE_FILE=compose\.yaml:services\/billing\/compose\.yaml$/m,
    );
  });

  it('is not in Git', async () => {
    const ignored = await readFile(`${root}/.gitignore`, 'utf8');

    assert.match(ignored, /^\.env$/m);
  });
});
