import type { LogLine } from '../RunFeed';
import { findMatches } from './findMatches';
import { logText } from './logText';
import { splitMatches } from './splitMatches';

const line = (message: string, level: LogLine['level'] = 'info'): LogLine => ({
  seq: 1,
  time: '2026-03-04T12:00:00.000Z',
  type: 'log',
  source: 'terraform',
  level,
  message,
});

describe('the search in the log', () => {
  it('finds lines in any case', () => {
    const lines = [line('Error: no'), line('fine'), line('an error')];

    expect(findMatches(lines, 'ERROR')).toEqual([0, 2]);
  });

  it('takes what is typed as text, not as a pattern', () => {
    expect(findMatches([line('a.b'), line('axb')], 'a.b')).toEqual([0]);
  });

  it('finds nothing for nothing', () => {
    expect(findMatches([line('a')], '')).toEqual([]);
  });

  it('marks every place in a line', () => {
    expect(splitMatches('an Error, an error', 'error')).toEqual([
      { text: 'an ', isMatch: false },
      { text: 'Error', isMatch: true },
      { text: ', an ', isMatch: false },
      { text: 'error', isMatch: true },
    ]);
  });
});

describe('the log as a file', () => {
  it('has a line with time, level and source for each line', () => {
    expect(logText([line('made it'), line('no', 'error')])).toBe(
      '2026-03-04T12:00:00.000Z info  terraform made it\n' +
        '2026-03-04T12:00:00.000Z error terraform no\n',
    );
  });
});
