import { Code } from './Code';
import { CopyButton } from './CopyButton';
import styles from './Copyable.module.css';

interface CopyableProps {
  /** What it is, for the button's name. */
  what: string;
  text: string;
}

/** A value with a button that copies it. */
export function Copyable({ what, text }: CopyableProps) {
  return (
    <span className={styles.root}>
      <Code>{text}</Code>
      <CopyButton what={what} text={text} />
    </span>
  );
}
