import { ButtonIcon, DialogHeader } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { PropsWithChildren } from 'react';
import { useTexts } from '../hooks/useTexts';
import styles from './DialogHeading.module.css';

/** The title of a dialog and its close button, in place of BUI's own, which is named in English only. */
export function DialogHeading({ children }: PropsWithChildren<{}>) {
  const t = useTexts();
  return (
    <div className={styles.root}>
      <DialogHeader className={styles.header}>{children}</DialogHeader>
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
