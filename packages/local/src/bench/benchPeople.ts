import {
  copyFile,
  mkdir,
  readFile,
  appendFile,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { repositoryRoot } from '../system/paths';

/** The name of somebody whom only benches have: a developer of five teams. */
export const DEVELOPER_OF_FIVE = 'bench-developer';

/** Entity refs of the developer's teams. */
export const FIVE_TEAMS = Array.from(
  { length: 5 },
  (_, index) => `group:default/bench-team-${index + 1}`,
);

/**
 * Copies the files of people and adds the developer and the teams.
 *
 * @returns a configuration file that leads to the copies.
 */
export async function benchPeople(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const [users, groups] = ['users.yaml', 'groups.yaml'].map(name =>
    join(folder, name),
  );
  for (const copy of [users, groups]) {
    await copyFile(join(repositoryRoot, 'catalog', basename(copy)), copy);
  }
  const names = FIVE_TEAMS.map(ref => ref.split('/')[1]);
  await appendFile(
    users,
    entity('User', DEVELOPER_OF_FIVE, {
      profile: { displayName: 'Bench', email: 'bench@terrastage.example' },
      memberOf: names,
    }),
  );
  for (const name of names) {
    await appendFile(
      groups,
      entity('Group', name, { type: 'team', children: [] }),
    );
  }
  const { catalog } = parse(
    await readFile(join(repositoryRoot, 'app-config.yaml'), 'utf8'),
  ) as { catalog: { locations: Array<{ target: string }> } };
  const config = join(folder, 'app-config.bench.yaml');
  await writeFile(
    config,
    stringify({
      catalog: {
        locations: catalog.locations.map(location => ({
          ...location,
          target:
            [users, groups].find(
              copy => basename(copy) === basename(location.target),
            ) ?? location.target,
        })),
      },
      terrastage: { users: { files: { users, groups } } },
    }),
  );
  return config;
}

function entity(kind: string, name: string, spec: object): string {
  return `---\n${stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec,
  })}`;
}
