import { terraformEnvironment } from './terraformEnvironment';

const folders = { home: '/run/home', tmp: '/run/tmp' };

describe('terraformEnvironment', () => {
  it('gives Terraform a home of its own and asks it no questions', () => {
    const env = terraformEnvironment({ PATH: '/bin', HOME: '/root' }, folders, {
      AWS_PROFILE: 'terrastage',
    });

    expect(env).toEqual({
      PATH: '/bin',
      HOME: '/run/home',
      TMPDIR: '/run/tmp',
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      CHECKPOINT_DISABLE: '1',
      GOGC: '400',
      AWS_PROFILE: 'terrastage',
    });
  });

  it('leaves garbage collection to the launcher where that sets it', () => {
    expect(terraformEnvironment({ GOGC: '100' }, folders, {}).GOGC).toBe('100');
  });
});
