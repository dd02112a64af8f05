import { existsSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { eventually } from '../testing/eventually';
import { tempFolder, type TempFolder } from '../testing/tempFolder';
import { standBy } from './standBy';

describe('standBy', () => {
  let folder: TempFolder;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  const loaded = jest.fn(async () => undefined);
  const begin = (input: Readable) =>
    standBy({ input, folder: folder.path, load: loaded });

  it('waits for the environment of a run', async () => {
    const input = new PassThrough();
    const waiting = begin(input);
    await eventually(async () => expect(loaded).toHaveBeenCalled());

    input.end('{"TERRASTAGE_RUN_ID":"a-run"}\n');

    expect(await waiting).toEqual({ TERRASTAGE_RUN_ID: 'a-run' });
    expect(existsSync(folder.path)).toBe(true);
  });

  it('ends with its input and leaves no folder, as when the portal is killed', async () => {
    expect(await begin(Readable.from([]))).toBeUndefined();

    expect(existsSync(folder.path)).toBe(false);
  });

  it.each([
    ['half a line', '{"TERRASTAGE_RUN', 'SyntaxError'],
    ['something else', '[1, 2]\n', 'ZodError'],
    ['values that are no text', '{"TERRASTAGE_ATTEMPT":1}\n', 'ZodError'],
  ])('does not begin with %s', async (_, text, error) => {
    await expect(begin(Readable.from([text]))).rejects.toMatchObject({
      name: error,
    });
  });
});
