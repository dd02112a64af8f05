import {
  RiAlertLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiLoader4Line,
  RiSubtractLine,
} from '@remixicon/react';
import type { PropsWithChildren } from 'react';
import styles from './StatusBadge.module.css';
import type { Tone } from './Tone';

const icons = {
  positive: RiCheckLine,
  negative: RiCloseCircleLine,
  warning: RiAlertLine,
  active: RiLoader4Line,
  neutral: RiSubtractLine,
};

/** A status in words, with a colour and an icon that say the same. */
export function StatusBadge({
  tone,
  children,
}: PropsWithChildren<{ tone: Tone }>) {
  const Icon = icons[tone];
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <Icon aria-hidden="true" />
      {children}
    </span>
  );
}
