import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Skeleton } from '@backstage/ui';
import { ErrorPanel } from '../../components/ErrorPanel';
import { Muted } from '../../components/Muted';
import { QueryProvider } from '../../components/QueryProvider';
import { useTexts } from '../../hooks/useTexts';
import { ManagedTable } from '../../resource/ManagedTable';
import { useResource } from '../../resource/useResource';
import type { ResourceContentsProps } from './resourceContentsSchema';

/** What Terraform's state holds of the resource that another field has chosen: all that a delete takes away. */
export function ResourceContents(props: ResourceContentsProps) {
  const { uiSchema, formContext } = props;
  const t = useTexts();
  const name = uiSchema['ui:options']?.resourceFrom ?? 'resource';
  const id = formContext?.formData?.[name];
  return (
    <QueryProvider>
      <ScaffolderField rawDescription={props.schema.description}>
        {typeof id === 'string' && id ? (
          <Contents id={id} />
        ) : (
          <Muted>{t('contents.waiting')}</Muted>
        )}
      </ScaffolderField>
    </QueryProvider>
  );
}

function Contents({ id }: { id: string }) {
  const t = useTexts();
  const { data, error, refetch } = useResource(id);
  if (!data) {
    return error ? (
      <ErrorPanel error={error} onRetry={refetch} />
    ) : (
      <Skeleton width="100%" height={80} />
    );
  }
  return (
    <section aria-label={t('delete.list')}>
      {data.managed.length > 0 ? (
        <ManagedTable managed={data.managed} />
      ) : (
        <Muted>{t('resource.managed.none')}</Muted>
      )}
    </section>
  );
}
