import { join } from 'node:path';
import { Redactor } from '../redaction/Redactor';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { EventSink } from './EventSink';
import { Spool } from './Spool';

describe('EventSink', () => {
  let folder: TempFolder;
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(() => folder.remove());

  it('numbers, dates and redacts what it is told, and spools it', () => {
    const spool = new Spool(join(folder.path, 'events.ndjson'));
    const redactor = new Redactor();
    redactor.add('hunter2');
    const now = () => new Date('2026-01-02T03:04:05.678Z');
    const sink = new EventSink({ spool, redactor, now });

    sink.emit({ type: 'step', step: 'plan', status: 'started' });
    sink.log('warn', 'it is hunter2\nsecond line');

    const time = '2026-01-02T03:04:05.678Z';
    const log = { type: 'log', source: 'runner', level: 'warn', time };
    expect(spool.after(0, 10, 1_000)).toEqual([
      { seq: 1, time, type: 'step', step: 'plan', status: 'started' },
      { seq: 2, ...log, message: 'it is (sensitive)' },
      { seq: 3, ...log, message: 'second line' },
    ]);
  });
});
