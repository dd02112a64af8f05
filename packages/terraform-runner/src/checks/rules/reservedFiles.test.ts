import { problemsOf } from '../../testing/problemsOf';

describe('reservedFiles', () => {
  it.each([
    '.terraform/providers/evil',
    'modules/a/.terraform/modules/modules.json',
    '.Terraform/x',
    'terraform.tfstate',
    'terraform.tfstate.backup',
    'errored.tfstate',
    'terraform.tfvars',
    'x.auto.tfvars',
    'x.auto.tfvars.json',
    'modules/a/terraform.tfvars',
    'override.tf',
    'override.tf.json',
    'main_override.tf',
    'modules/a/main_override.tf.json',
    'main.tofu',
    'main.tofu.json',
    'backend.tf.json',
    'terrastage.tf.json',
    'terrastage.tf',
    'terrastage_override.tf.json',
    '.terraformrc',
    'terraform.rc',
    '.terraform.d/plugins/x',
  ])('refuses %s', async path => {
    const problems = await problemsOf({ 'main.tf': '', [path]: '' });

    expect(problems).toEqual([
      expect.stringContaining('take the file out of the module'),
    ]);
  });

  it.each([
    '.terraform.lock.hcl',
    'terrastage.yaml',
    'override.md',
    'modules/a/backend.tf',
  ])('accepts %s', async path => {
    expect(await problemsOf({ 'main.tf': '', [path]: '' })).toEqual([]);
  });
});
