import { Text } from '@backstage/ui';
import styles from './Changelog.module.css';

interface ChangelogProps {
  entries: Array<{ version: string; text: string }>;
}

/** What each version brings, in the words of its changelog. They stay text: a skeleton puts no markup into the portal. */
export function Changelog({ entries }: ChangelogProps) {
  return (
    <dl className={styles.root}>
      {entries.map(({ version, text }) => (
        <div key={version}>
          <dt>
            <Text as="span" weight="bold">
              {version}
            </Text>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
