import { deployPath } from '../deployPath';
import { Helm } from '../__testUtils__/Helm';
import { Installation } from '../__testUtils__/Installation';
import { readSettings } from './readSettings';

jest.setTimeout(120_000);

const SECRET =
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:github-AbCdEf';

let helm: Helm;
let installation: Installation;

beforeAll(async () => {
  helm = await Helm.unpack('gitops');
});

afterAll(async () => {
  await helm?.remove();
});

beforeEach(async () => {
  installation = await Installation.create(helm.program);
});

afterEach(async () => {
  await installation.remove();
});

describe('settings', () => {
  it.each<[string, object, string]>([
    ['an account as a number', { account: 123456789012 }, 'account: must be'],
    ['a region that is none', { region: 'the moon' }, 'region: must be'],
    ['a name without a zone', { domain: 'portal' }, 'domain: must be'],
    [
      'an environment of another kind of name',
      { environments: { Dev_1: null } },
      'environments.Dev_1: must be 2 to 10 lower-case letters',
    ],
    ['no environment', { environments: {} }, 'environments: needs one'],
    ['no administrator', { adminRoleArns: [] }, 'adminRoleArns: '],
    [
      'people without TLS',
      { people: { users: 'http://a.example.com', groups: 'b' } },
      'people.users: ',
    ],
    [
      'a secret by its name',
      { secrets: { GITHUB_TOKEN: { arn: 'acme/github' } } },
      'secrets.GITHUB_TOKEN.arn: must be the whole ARN',
    ],
    [
      'a secret for what is no variable',
      { secrets: { 'github-token': { arn: SECRET } } },
      'secrets.github-token: must be a variable',
    ],
    ['a key that there is not', { domian: 'a' }, '"domian"'],
  ])('are refused with their field: %s', async (_what, over, message) => {
    await installation.settings(over);

    const { error } = await installation.run();

    expect(error?.message).toContain(message);
    expect(await installation.calls()).toEqual([]);
  });

  it('need the state bucket of another account', async () => {
    await installation.settings({
      environments: { dev: null, prod: { account: '210987654321' } },
    });

    const { error } = await installation.run();

    expect(error?.message).toContain('environments.prod is in another account');
  });

  it('have an example that is right', async () => {
    const settings = await readSettings(deployPath('platform.example.yaml'));

    expect(settings.name).toBe('terrastage');
    expect(Object.keys(settings.environments)).toEqual(['dev', 'prod']);
  });

  it('are in one file', async () => {
    const { error } = await installation.run(['another.yaml']);

    expect(error?.message).toBe('Name one file with settings');
  });
});
