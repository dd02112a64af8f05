import { ButtonIcon } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { PropsWithChildren } from 'react';
import { Heading } from 'react-aria-components';
import { useTexts } from '../hooks/useTexts';
import styles from './DialogHeading.module.css';

/** The title of a dialog and its close button. BUI's own names that button in English only. */
export function DialogHeading({ children }: PropsWithChildren<{}>) {
  const t = useTexts();
  return (
    <div className={styles.root}>
      <Heading slot="title" className={styles.title}>
        {children}
      </Heading>
      <ButtonIcon
        slot="close"
        size="small"
        variant="tertiary"
        aria-label={t('common.close')}
        icon={<RiCloseLine />}
      />
    </div>
  );
}
