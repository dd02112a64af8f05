import {
  Button,
  ButtonIcon,
  SearchField,
  Text,
  ToggleButton,
} from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiDownloadLine,
} from '@remixicon/react';
import type { KeyboardEvent } from 'react';
import type { RunItem } from '../../api/ResourcesApi';
import { Muted } from '../../components/Muted';
import { useTexts } from '../../hooks/useTexts';
import type { LogLine } from '../RunFeed';
import { downloadText } from './downloadText';
import styles from './LogToolbar.module.css';
import { logText } from './logText';
import type { LogSearch } from './useLogSearch';

interface LogToolbarProps {
  run: RunItem;
  lines: LogLine[];
  search: LogSearch;
  following: boolean;
  onFollow: (following: boolean) => void;
}

export function LogToolbar(props: LogToolbarProps) {
  const t = useTexts();
  const { run, lines, search, following, onFollow } = props;
  const goOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      (event.shiftKey ? search.previous : search.next)();
    }
  };
  return (
    <div className={styles.root}>
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('log.search')}
        placeholder={t('log.search')}
        value={search.text}
        onChange={search.setText}
        onKeyDown={goOnEnter}
      />
      {search.text !== '' && (
        <>
          <Text role="status" variant="body-small">
            {search.total
              ? t('log.match', {
                  current: String(search.current),
                  total: String(search.total),
                })
              : t('log.noMatch')}
          </Text>
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={t('log.previous')}
            icon={<RiArrowUpSLine />}
            isDisabled={search.total === 0}
            onPress={search.previous}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={t('log.next')}
            icon={<RiArrowDownSLine />}
            isDisabled={search.total === 0}
            onPress={search.next}
          />
        </>
      )}
      <span className={styles.spring} />
      <Muted>{t('log.lines', { count: lines.length })}</Muted>
      <ToggleButton
        size="small"
        iconStart={<RiArrowDownLine />}
        isSelected={following}
        onChange={onFollow}
      >
        {t('log.follow')}
      </ToggleButton>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine />}
        isDisabled={lines.length === 0}
        onPress={() => downloadText(`run-${run.id}.log`, logText(lines))}
      >
        {t('log.download')}
      </Button>
    </div>
  );
}
