import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changelogBetween } from '@terrastage/plugin-resources-common';
import { manifestOf } from '../read/manifestOf';
import type { StaticRule } from './StaticRule';

/** The changelog says what the current version brings: the portal shows it to whoever may upgrade. */
export const changelog: StaticRule = {
  name: 'changelog',
  check({ root, skeleton }) {
    const manifest = skeleton && manifestOf(skeleton);
    if (!skeleton || !manifest) return [];
    const file = `${skeleton.folder}/CHANGELOG.md`;
    if (!existsSync(join(root, file))) {
      return [{ file, message: 'is not there: what each version brings' }];
    }
    const { version } = manifest;
    const entries = changelogBetween(
      readFileSync(join(root, file), 'utf8'),
      '0.0.0',
      version,
    );
    return entries.some(entry => entry.version === version && entry.text)
      ? []
      : [
          {
            file,
            message: `says nothing of the version ${version}: it needs a heading "## ${version}" with text below it`,
          },
        ];
  },
};
