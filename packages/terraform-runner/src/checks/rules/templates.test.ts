import { problemsOf } from '../../testing/problemsOf';

const main =
  'locals {\n  x = templatefile("${path.module}/files/a.tftpl", {})\n}';

describe('templates', () => {
  it('refuses a template that reads files', async () => {
    const problems = await problemsOf({
      'main.tf': main,
      'files/a.tftpl': 'hello ${file("/etc/passwd")}',
    });

    expect(problems).toEqual([
      expect.stringMatching(
        /^files\/a\.tftpl:\? A template must not read files/,
      ),
    ]);
  });

  it('accepts one that does not, and leaves other files alone', async () => {
    const problems = await problemsOf({
      'main.tf': main,
      'files/a.tftpl': 'hello ${name}',
      'notes.md': 'file("/etc/passwd")',
    });

    expect(problems).toEqual([]);
  });
});
