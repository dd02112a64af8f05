import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DirectoryFileError } from './DirectoryFileError';
import { readDirectory } from './readDirectory';

const GROUPS = group('payments');

function group(name: string, extra = ''): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: ${name}
spec:
  type: team
  children: []
${extra}`;
}

function user(name: string, profile: string, memberOf = '[]'): string {
  return `apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: ${name}
spec:
  profile:
${profile}
  memberOf: ${memberOf}
`;
}

async function read(files: Record<string, string>) {
  return readDirectory(Object.keys(files), async source => files[source]);
}

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const error = await read(files).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DirectoryFileError);
  return (error as Error).message.split('\n').slice(1);
}

describe('readDirectory', () => {
  it('reads who is in which group, with emails in lower case', async () => {
    const { users, groups } = await read({
      'users.yaml': [
        user('ana', '    email: Ana@Example.com', '[Payments]'),
        user('bruno', '    displayName: Bruno A.\n    email: b@example.com'),
      ].join('---\n'),
      'groups.yaml': [
        GROUPS,
        group('platform', '  members: [bruno, user:default/ana]\n'),
      ].join('---\n'),
    });

    expect(users).toEqual([
      expect.objectContaining({
        entityRef: 'user:default/ana',
        email: 'ana@example.com',
        name: 'ana',
        groups: ['payments', 'platform'],
      }),
      expect.objectContaining({ name: 'Bruno A.', groups: ['platform'] }),
    ]);
    expect(groups.map(({ name }) => name)).toEqual(['payments', 'platform']);
  });

  it('reads the people who come with this repository', async () => {
    const catalog = resolve(__dirname, '../../../../catalog');

    const { users } = await readDirectory(
      ['users.yaml', 'groups.yaml'],
      source => readFile(resolve(catalog, source), 'utf8'),
    );

    expect(users.map(({ email }) => email)).toContain('ana@terrastage.example');
  });

  it.each([
    {
      title: 'a user without email',
      text: user('ana', '    displayName: Ana'),
      problem:
        'users.yaml:7:5 spec.profile.email: missing, and without one nobody can log in',
    },
    {
      title: 'an email that is none',
      text: user('ana', '    displayName: Ana\n    email: ana'),
      problem: 'users.yaml:8:12 spec.profile.email: not an email address',
    },
    {
      title: 'a group that is nowhere',
      text: user('ana', '    email: a@example.com', '\n    - payment'),
      problem:
        'users.yaml:9:7 spec.memberOf.0: group:default/payment stands in none of the files',
    },
    {
      title: 'a user as a group',
      text: user('ana', '    email: a@example.com', '[user:default/ana]'),
      problem:
        'users.yaml:8:14 spec.memberOf.0: user:default/ana is not a group',
    },
    {
      title: 'one email for two',
      text: [
        user('ana', '    email: a@example.com'),
        user('bruno', '    email: A@example.com'),
      ].join('---\n'),
      problem:
        'users.yaml:16:12 spec.profile.email: a@example.com is there twice, first at users.yaml:4',
    },
    {
      title: 'one name for two',
      text: [
        user('ana', '    email: a@example.com'),
        user('Ana', '    email: b@example.com'),
      ].join('---\n'),
      problem:
        'users.yaml:13:9 metadata.name: user:default/ana is there twice, first at users.yaml:4',
    },
    {
      title: 'a name that the catalog does not take',
      text: user('"ana maria"', '    email: a@example.com'),
      problem:
        'users.yaml:4:9 metadata.name: letters, digits, "-", "_" and ".", with a letter or digit at both ends',
    },
    {
      title: 'another kind',
      text: 'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\n',
      problem: 'users.yaml:2:7 kind: only User and Group stand in these files',
    },
    {
      title: 'something that is no entity',
      text: '- a\n- b\n',
      problem: expect.stringMatching(/^users\.yaml:1:1 /),
    },
    {
      title: 'broken YAML',
      text: 'kind: User\n  metadata: [\n',
      problem: expect.stringMatching(/^users\.yaml:\d+:\d+ /),
    },
    {
      title: 'an empty file',
      text: '',
      problem: expect.stringContaining('there is no User in it'),
    },
    {
      title: 'only a comment',
      text: '# later\n---\n',
      problem: expect.stringContaining('there is no User in it'),
    },
  ])('refuses $title, with file, line and field', async ({ text, problem }) => {
    const problems = await problemsOf({
      'users.yaml': text,
      'groups.yaml': GROUPS,
    });

    expect(problems).toContainEqual(problem);
  });

  it('names all that is wrong at once', async () => {
    const problems = await problemsOf({
      'users.yaml': [
        user('ana', '    displayName: Ana'),
        user('bruno', '    email: b'),
      ].join('---\n'),
      'groups.yaml': group('payments', '  members: [carla]\n'),
    });

    expect(problems).toHaveLength(3);
  });

  it('refuses an alias bomb instead of growing', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `l${level + 1}: &l${level + 1} [${Array(9)
          .fill(`*l${level}`)
          .join(', ')}]`,
    );

    const problems = await problemsOf({
      'users.yaml': ['l0: &l0 [x]', ...levels].join('\n'),
    });

    expect(problems).toContainEqual(
      expect.stringContaining('Excessive alias count'),
    );
  });

  it('says which file cannot be read', async () => {
    const missing = readDirectory(['gone.yaml'], source =>
      readFile(resolve(__dirname, source), 'utf8'),
    );

    await expect(missing).rejects.toThrow(
      'The users file gone.yaml cannot be read, nothing was changed. Check terrastage.users.files',
    );
  });
});
