import { ButtonIcon, Select, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useTexts } from '../hooks/useTexts';
import { Muted } from './Muted';
import styles from './Pagination.module.css';

interface PaginationProps {
  total: number;
  page: number;
  pageSize: number;
  pageSizes: readonly number[];
  onPageSize: (size: number) => void;
  /** Undefined where there is no such page. */
  onNext?: () => void;
  onPrevious?: () => void;
}

/** Where one is in a list, and the ways on. BUI's own pagination speaks English only. */
export function Pagination(props: PaginationProps) {
  const t = useTexts();
  const pages = Math.max(1, Math.ceil(props.total / props.pageSize));
  return (
    <nav aria-label={t('list.pages')} className={styles.root}>
      <Muted>{t('list.total', { count: props.total })}</Muted>
      <span className={styles.spring} />
      <Select
        size="small"
        aria-label={t('list.pageSize')}
        options={props.pageSizes.map(size => ({
          id: String(size),
          label: String(size),
        }))}
        value={String(props.pageSize)}
        onChange={size => props.onPageSize(Number(size))}
      />
      <Text>
        {t('list.page', {
          page: String(props.page),
          pages: String(Math.max(pages, props.page)),
        })}
      </Text>
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label={t('list.previousPage')}
        icon={<RiArrowLeftSLine />}
        isDisabled={!props.onPrevious}
        onPress={props.onPrevious}
      />
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label={t('list.nextPage')}
        icon={<RiArrowRightSLine />}
        isDisabled={!props.onNext}
        onPress={props.onNext}
      />
    </nav>
  );
}
