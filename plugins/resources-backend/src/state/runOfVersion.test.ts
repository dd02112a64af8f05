import { runOfVersion } from './runOfVersion';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds));

describe('the run of a version', () => {
  const apply = {
    id: 'apply',
    applyingAt: at(10),
    finishedAt: at(20),
    stateVersionId: 'left',
  };
  const lost = { id: 'lost', applyingAt: at(30), finishedAt: at(40) };
  const now = { id: 'now', applyingAt: at(50) };
  const planned = { id: 'planned', finishedAt: at(12) };
  const runs = [now, lost, planned, apply];
  const of = (versionId: string, seconds: number) =>
    runOfVersion({ versionId, modifiedAt: at(seconds) }, runs)?.id;

  it.each([
    ['the one that said so, whenever S3 dates it', 'left', 59, 'apply'],
    ['the one that was applying then', 'between', 15, 'apply'],
    ['the one that is applying now', 'newest', 55, 'now'],
    ['the one that was lost, whose clock is not S3’s', 'last', 41, 'lost'],
    ['one whose first second S3 rounded down', 'first', 9, 'apply'],
    ['none right after a run that said what it left', 'hand', 21, undefined],
    ['none between two runs', 'hand', 25, undefined],
  ])('is %s', (_, versionId, seconds, expected) => {
    expect(of(versionId, seconds)).toBe(expected);
  });
});
