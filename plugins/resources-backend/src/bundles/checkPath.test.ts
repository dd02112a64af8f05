import { checkPath } from './checkPath';

describe('checkPath', () => {
  it.each([
    'main.tf',
    'modules/bucket/main.tf',
    '.terraform.lock.hcl',
    'files/policy (copy).json',
    '.gitignore',
    'a..b.tf',
  ])('takes %s', path => {
    expect(() => checkPath(path, 'path')).not.toThrow();
  });

  it.each([
    ['../main.tf', "'..'"],
    ['a/../../main.tf', "'..'"],
    ['./main.tf', "'.'"],
    ['/etc/passwd', 'relative'],
    ['C:/windows', 'relative'],
    ['a//b.tf', 'empty part'],
    ['a/', 'empty part'],
    ['', 'empty part'],
    ['%2e%2e/main.tf', 'letters, digits'],
    ['..\\main.tf', 'letters, digits'],
    ['main.tf\0.txt', 'letters, digits'],
    ['main\n.tf', 'letters, digits'],
    ['mаin.tf', 'letters, digits'],
    ['a\u202etf.nim', 'letters, digits'],
    ['.terraform/providers/x', 'Terraform’s own'],
    ['.TERRAFORM/x', 'Terraform’s own'],
    ['.terraformrc', 'Terraform’s own'],
    ['terraform.tfvars', 'Terraform’s own'],
    ['terraform.tfvars.json', 'Terraform’s own'],
    ['x.auto.tfvars', 'Terraform’s own'],
    ['backend.tf.json', 'Terraform’s own'],
    ['terraform.tfstate', 'Terraform’s own'],
    ['errored.tfstate.backup', 'Terraform’s own'],
  ])('refuses %j and names the field', (path, why) => {
    const check = () => checkPath(path, 'bundle.files[3].path');

    expect(check).toThrow(/^bundle\.files\[3\]\.path: /);
    expect(check).toThrow(why);
  });
});
