import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';
import { readResourcesConfig } from '../config/readResourcesConfig';
import { ConfigReader } from '@backstage/config';
import { checkInputs } from './checkInputs';
import { readManifest } from './readManifest';
import { seededRandom } from '../testing/seededRandom';
import {
  badVariables,
  goodVariables,
  shippedFields,
} from '../testing/shippedFields';

const root = resolvePackagePath(
  '@terrastage/plugin-resources-backend',
  '../..',
);
const { resources } = parse(
  readFileSync(resolve(root, 'app-config.yaml'), 'utf8'),
);
const config = readResourcesConfig(new ConfigReader({ resources }));
const manifestOf = (type: string) =>
  readManifest(
    readFileSync(resolve(root, 'skeletons/terraform', type, 'terrastage.yaml')),
  );

describe.each(Object.keys(shippedFields))('requests for %s', type => {
  const manifest = manifestOf(type);
  const rules = config.environments.dev.resourceTypes[type];

  const check = (variables: Parameters<typeof checkInputs>[0]['variables']) =>
    checkInputs(
      { type, name: 'some-name', environment: 'dev', variables },
      manifest,
      rules,
    );

  it('are taken when all their fields are right: 50 of them', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const variables = goodVariables(type, seededRandom(seed));
      expect(check(variables)).toMatchObject(variables);
    }
  });

  it('are refused with the path of the one field that is wrong: 50 of them', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const { name, variables } = badVariables(type, seed);
      let message = `taken: ${JSON.stringify(variables)}`;
      try {
        check(variables);
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message).toContain(`variables.${name}`);
    }
  });
});
