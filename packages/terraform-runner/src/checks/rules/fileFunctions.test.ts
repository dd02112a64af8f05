import { problemsOf } from '../../testing/problemsOf';

async function problemsWith(expression: string) {
  return problemsOf({ 'main.tf': `locals {\n  x = ${expression}\n}` });
}

describe('fileFunctions', () => {
  it.each([
    'file("/etc/passwd")',
    'file("../secret")',
    'file("a/../../secret")',
    'file("~/.aws/credentials")',
    'file("${path.module}/../x")',
    'file("${path.root}/../../token")',
    'file("${path.cwd}/x")',
    'file(var.name)',
    'file("${var.name}")',
    'file("a" == "b" ? "c" : "/etc/passwd")',
    'file(join("/", ["", "etc", "passwd"]))',
    'file(pathexpand("~/.ssh/id_rsa"))',
    'file ("/etc/passwd")',
    '1-file("/proc/self/loginuid")',
    '-file("/proc/self/loginuid")',
    'file/* */("/etc/passwd")',
    'core::file("/etc/passwd")',
    'file("\\u002fetc/passwd")',
    'filebase64("/etc/passwd")',
    'fileexists("/etc/passwd")',
    'filemd5("/etc/passwd")',
    'filesha1("/etc/passwd")',
    'filesha256("/etc/passwd")',
    'filesha512("/etc/passwd")',
    'filebase64sha256("/etc/passwd")',
    'filebase64sha512("/etc/passwd")',
    'fileset("/etc", "*")',
    'fileset("files", "../*")',
    'fileset(path.module, var.pattern)',
    'templatefile("/etc/passwd", {})',
    'templatefile(var.name, {})',
    '"x${file("/etc/passwd")}y"',
    '"%{ if fileexists("/etc/passwd") }a%{ endif }"',
    '[for f in ["/etc/passwd"] : file(f)]',
    '{ (file("/etc/passwd")) = 1 }',
    'try(file("/etc/passwd"), "")',
    '<<-EOT\n  ${file("/etc/passwd")}\n  EOT\n',
  ])('refuses %s', async expression => {
    expect(await problemsWith(expression)).toEqual([
      expect.stringMatching(/may read only files of the module/),
    ]);
  });

  it('refuses templates that are values', async () => {
    expect(await problemsWith('templatestring(local.y, {})')).toEqual([
      expect.stringContaining('templatestring() is not allowed'),
    ]);
  });

  it('refuses them in JSON too', async () => {
    const problems = await problemsOf({
      'main.tf.json': JSON.stringify({
        locals: { x: '${file("/etc/passwd")}', '${file("/etc/x")}': 1 },
      }),
    });

    expect(problems).toHaveLength(2);
  });

  it('tells the line', async () => {
    const problems = await problemsOf({
      'main.tf': 'locals {\n  a = 1\n  b = file(var.x)\n}',
    });

    expect(problems).toEqual([expect.stringMatching(/^main\.tf:3 /)]);
  });

  it.each([
    'file("policy.json")',
    'file("./policy.json")',
    'file("${path.module}/policy.json")',
    'filebase64("${path.root}/files/a.bin")',
    'templatefile("${path.module}/user-data.tftpl", { name = var.name })',
    'fileset("${path.module}/files", "**")',
    'var.file',
    'local.file',
    '"no file(/etc/passwd) is read by text"',
    '[for file in ["a"] : upper(file)]',
  ])('accepts %s', async expression => {
    expect(await problemsWith(expression)).toEqual([]);
  });
});
