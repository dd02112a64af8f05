import { changelogBetween } from './changelogBetween';

const changelog = `# Changelog

What users notice.

## [1.10.0] - 2026-03-01

- Objects can be locked.

### How

Set \`lock\`.

## Not yet

- Nothing that counts.

## v1.2.0

- Access logs.

## 1.0.0

- The first.
`;

describe('changelogBetween', () => {
  it('gives what lies after the one version up to the other, the newest first', () => {
    expect(changelogBetween(changelog, '1.0.0', '1.10.0')).toEqual([
      {
        version: '1.10.0',
        text: '- Objects can be locked.\n\n### How\n\nSet `lock`.',
      },
      { version: '1.2.0', text: '- Access logs.' },
    ]);
  });

  it('leaves out what is newer than the version asked for', () => {
    expect(changelogBetween(changelog, '1.0.0', '1.9.0')).toEqual([
      { version: '1.2.0', text: '- Access logs.' },
    ]);
  });

  it('has nothing to say where there is none', () => {
    expect(changelogBetween('', '1.0.0', '2.0.0')).toEqual([]);
  });
});
