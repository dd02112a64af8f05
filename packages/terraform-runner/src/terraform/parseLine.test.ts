import { parseLine } from './parseLine';

const line = (message: object) =>
  JSON.stringify({ '@level': 'info', '@message': 'text', ...message });

describe('parseLine', () => {
  it('reads a message that the runner acts on', () => {
    const parsed = parseLine(line({ type: 'version', terraform: '1.11.4' }));

    expect(parsed).toEqual({
      level: 'info',
      text: 'text',
      message: {
        '@level': 'info',
        '@message': 'text',
        type: 'version',
        terraform: '1.11.4',
      },
    });
  });

  it('keeps the text of a message of another type, or of another form', () => {
    const other = parseLine(line({ type: 'init_output', '@level': 'trace' }));
    const strange = parseLine(line({ type: 'outputs', outputs: 'none' }));

    expect(other).toEqual({ level: 'debug', text: 'text', message: undefined });
    expect(strange).toEqual({
      level: 'info',
      text: 'text',
      message: undefined,
    });
  });

  it('keeps a line that is no JSON, without its colours', () => {
    expect(parseLine('\u001b[0m\u001b[32mSuccess!')).toEqual({
      level: 'info',
      text: 'Success!',
    });
  });

  it('reads a diagnostic with its place', () => {
    const { message } = parseLine(
      line({
        type: 'diagnostic',
        '@level': 'error',
        diagnostic: {
          severity: 'error',
          summary: 'Bad',
          detail: 'Very',
          address: 'aws_x.y',
          range: {
            filename: 'main.tf',
            start: { line: 3, column: 1, byte: 9 },
          },
          snippet: { code: 'x = 1', context: null },
        },
      }),
    );

    expect(message).toMatchObject({
      type: 'diagnostic',
      diagnostic: { range: { filename: 'main.tf', start: { line: 3 } } },
    });
  });
});
