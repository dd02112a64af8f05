import type { RelatedResource } from '@terrastage/plugin-resources-common';
import { Muted } from './Muted';
import { ResourceLink } from './ResourceLink';
import styles from './ResourceLinks.module.css';
import { TypeName } from './TypeName';

interface ResourceLinksProps {
  /** Read out: what they are to the resource of the page. */
  label: string;
  resources: readonly RelatedResource[];
}

/** Resources by name and type, each a link. */
export function ResourceLinks({ label, resources }: ResourceLinksProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {resources.map(({ id, name, type }) => (
        <li key={id} className={styles.item}>
          <ResourceLink id={id} name={name} />
          <Muted>
            <TypeName name={type} />
          </Muted>
        </li>
      ))}
    </ul>
  );
}
