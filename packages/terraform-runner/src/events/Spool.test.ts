import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { RunnerEvent } from '../protocol';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { Spool } from './Spool';

function anEvent(seq: number, message = `line ${seq}`): RunnerEvent {
  const time = '2026-01-01T00:00:00.000Z';
  return { seq, time, type: 'log', source: 'runner', level: 'info', message };
}

const seqs = (events: RunnerEvent[]) => events.map(({ seq }) => seq);

describe('Spool', () => {
  let folder: TempFolder;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  it('gives back what was appended, from any number on', async () => {
    const path = join(folder.path, 'events.ndjson');
    const spool = new Spool(path);

    [1, 2, 3].forEach(seq => spool.append(anEvent(seq, 'größer')));

    expect(spool.lastSeq).toBe(3);
    expect(seqs(spool.after(1, 10, 10_000))).toEqual([2, 3]);
    expect(spool.after(2, 10, 10_000)).toEqual([anEvent(3, 'größer')]);
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(4);
  });

  it('keeps to the limits of a batch, but gives at least one event', () => {
    const spool = new Spool(join(folder.path, 'events.ndjson'));
    [1, 2, 3, 4].forEach(seq => spool.append(anEvent(seq)));

    expect(seqs(spool.after(0, 2, 10_000))).toEqual([1, 2]);
    expect(seqs(spool.after(0, 10, 10))).toEqual([1]);
    expect(seqs(spool.after(0, 10, 250))).toEqual([1, 2]);
  });

  it('keeps events in memory where there is no room for a file', () => {
    const spool = new Spool(join(folder.path, 'not', 'there', 'events.ndjson'));

    [1, 2].forEach(seq => spool.append(anEvent(seq)));

    expect(seqs(spool.after(0, 10, 10_000))).toEqual([1, 2]);
  });

  it('keeps the order where the disk is full for a while', () => {
    // /dev/full answers every write with ENOSPC.
    const spool = new Spool('/dev/full');

    [1, 2, 3].forEach(seq => spool.append(anEvent(seq)));

    expect(seqs(spool.after(0, 10, 10_000))).toEqual([1, 2, 3]);
  });
});
