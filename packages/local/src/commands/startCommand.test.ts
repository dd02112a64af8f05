import { startCommand } from './startCommand';

describe('startCommand', () => {
  it('says which options there are', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);

    const code = await startCommand('start', ['--help']);

    const said = write.mock.calls.join('');
    write.mockRestore();
    expect(code).toBe(0);
    for (const option of ['--run-dir', '--guest', '--as']) {
      expect(said).toContain(option);
    }
  });

  it('names an option that it does not know, and those that it does', async () => {
    await expect(startCommand('start', ['--gust'])).rejects.toMatchObject({
      message: expect.stringContaining("'--gust'"),
      hint: expect.stringContaining('--guest'),
    });
  });
});
