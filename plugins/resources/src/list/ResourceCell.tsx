import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Badge, Cell, Link } from '@backstage/ui';
import type { ResourceListItem } from '../api/ResourcesApi';
import { Age } from '../components/Age';
import { EntityLink } from '../components/EntityLink';
import { EnvironmentName } from '../components/EnvironmentName';
import { Expiry } from '../components/Expiry';
import { TypeName } from '../components/TypeName';
import { useTexts } from '../hooks/useTexts';
import { resourceRouteRef } from '../routes';
import { type ListColumn, listColumns } from './columns';
import styles from './ResourceCell.module.css';
import { StatusCell } from './StatusCell';

interface ResourceCellProps {
  column: ListColumn['id'];
  resource: ResourceListItem;
}

export function ResourceCell({ column, resource }: ResourceCellProps) {
  const t = useTexts();
  const label = listColumns.find(({ id }) => id === column)?.label;
  return (
    <Cell
      className={styles.cell}
      textValue={resource.name}
      data-label={label && t(`list.column.${label}`)}
    >
      <CellContent column={column} resource={resource} />
    </Cell>
  );
}

function CellContent({ column, resource }: ResourceCellProps) {
  const t = useTexts();
  const resourceLink = useRouteRef(resourceRouteRef);
  switch (column) {
    case 'name':
      return (
        <Link
          href={resourceLink?.({ resourceId: resource.id }) ?? ''}
          weight="bold"
          variant="body-medium"
        >
          {resource.name}
        </Link>
      );
    case 'environment':
      return <EnvironmentName name={resource.environment} />;
    case 'status':
      return <StatusCell resource={resource} />;
    case 'owner':
      return <EntityLink entityRef={resource.owner} />;
    case 'type':
      return (
        <>
          <TypeName name={resource.type} />
          {resource.upgradeVersion && (
            <Badge size="small">
              {t('upgrade.badge', { to: resource.upgradeVersion })}
            </Badge>
          )}
        </>
      );
    case 'createdAt':
      return <Age since={resource.createdAt} />;
    case 'expiresAt':
      return <Expiry expiresAt={resource.expiresAt} />;
    default:
      return <>{resource[column]}</>;
  }
}
