import { compareVersions } from './compareVersions';

export interface ChangelogEntry {
  version: string;
  /** Markdown below its heading. */
  text: string;
}

const HEADING = /^##\s+\[?v?(\d+\.\d+\.\d+)\b.*$/;

/**
 * What a changelog says of the versions after `from`, up to `to`, the newest first. A version begins with a heading
 * of the second level that begins with its number: `## 1.2.0`, `## [1.2.0] - 2026-01-31`.
 */
export function changelogBetween(
  changelog: string,
  from: string,
  to: string,
): ChangelogEntry[] {
  const entries: ChangelogEntry[] = [];
  let lines: string[] | undefined;
  let version = '';
  const close = () => {
    if (lines) {
      entries.push({ version, text: lines.join('\n').trim() });
    }
    lines = undefined;
  };
  for (const line of changelog.split(/\r?\n/)) {
    const heading = HEADING.exec(line);
    if (heading) {
      close();
      version = heading[1];
      lines = [];
    } else if (/^##?\s/.test(line)) {
      close();
    } else {
      lines?.push(line);
    }
  }
  close();
  return entries
    .filter(
      entry =>
        compareVersions(entry.version, from) > 0 &&
        compareVersions(entry.version, to) <= 0,
    )
    .sort((a, b) => compareVersions(b.version, a.version));
}
