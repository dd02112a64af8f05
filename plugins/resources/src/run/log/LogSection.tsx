import { useState } from 'react';
import type { RunItem } from '../../api/ResourcesApi';
import { Muted } from '../../components/Muted';
import { Section } from '../../components/Section';
import { isActive } from '../../hooks/pollInterval';
import { useTexts } from '../../hooks/useTexts';
import type { Connection } from '../followRun';
import type { LogLine } from '../RunFeed';
import { ConnectionState } from './ConnectionState';
import { LogLines } from './LogLines';
import { LogToolbar } from './LogToolbar';
import { useLogSearch } from './useLogSearch';

interface LogSectionProps {
  run: RunItem;
  lines: LogLine[];
  connection: Connection;
}

/** The log of a run, live. */
export function LogSection({ run, lines, connection }: LogSectionProps) {
  const t = useTexts();
  const search = useLogSearch(lines);
  const [following, setFollowing] = useState(isActive(run));
  const over = connection === 'ended' && !isActive(run);

  return (
    <Section
      title={t('log.title')}
      actions={<ConnectionState connection={connection} />}
    >
      <LogToolbar
        run={run}
        lines={lines}
        search={search}
        following={following}
        onFollow={setFollowing}
      />
      {lines.length === 0 ? (
        <Muted>{t(over ? 'log.none' : 'log.waiting')}</Muted>
      ) : (
        <LogLines
          lines={lines}
          search={search}
          following={following}
          onFollow={setFollowing}
        />
      )}
    </Section>
  );
}
