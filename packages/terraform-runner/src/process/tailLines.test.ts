import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { tailLines } from './tailLines';

describe('tailLines', () => {
  let folder: TempFolder;
  let path: string;
  beforeEach(async () => {
    folder = await tempFolder();
    path = join(folder.path, 'out');
    await writeFile(path, '');
  });
  afterEach(() => folder.remove());

  it('reads whole lines while they are written, and a last one without its end', async () => {
    const lines: string[] = [];
    const finished = new AbortController();
    let gotFirst = () => undefined as void;
    const first = new Promise<void>(resolve => {
      gotFirst = resolve;
    });

    const tail = tailLines(
      path,
      line => {
        lines.push(line);
        gotFirst();
      },
      finished.signal,
    );
    await appendFile(path, 'one\nhal');
    await first;
    await appendFile(path, 'f\r\n\nlast');
    finished.abort();
    await tail;

    expect(lines).toEqual(['one', 'half', '', 'last']);
  });

  it('keeps characters whole that stand across two reads', async () => {
    const lines: string[] = [];
    const long = `${'x'.repeat(64 * 1024 - 1)}é`;
    await writeFile(path, `${long}\n`);

    await tailLines(path, line => lines.push(line), AbortSignal.abort());

    expect(lines).toEqual([long]);
  });
});
