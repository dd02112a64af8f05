import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import {
  Stepper,
  useTemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react/alpha';
import { useMemo } from 'react';
import type { ResourceItem } from '../api/ResourcesApi';
import { LoadFailure } from '../components/LoadFailure';
import { Notice } from '../components/Notice';
import { PageSkeleton } from '../components/PageSkeleton';
import { errorMessage } from '../format/errorMessage';
import { useTexts } from '../hooks/useTexts';
import { fixFields } from './fixFields';
import { initialValues } from './initialValues';
import { useFieldExtensions } from './useFieldExtensions';
import { useSubmitChange } from './useSubmitChange';

interface ChangeFormProps {
  resource: ResourceItem;
  templateRef: string;
}

/** The template's own form, filled with what the resource has. */
export function ChangeForm(props: ChangeFormProps) {
  return (
    <SecretsContextProvider>
      <FilledForm {...props} />
    </SecretsContextProvider>
  );
}

function FilledForm({ resource, templateRef }: ChangeFormProps) {
  const t = useTexts();
  const { manifest, error } = useTemplateParameterSchema(templateRef);
  const extensions = useFieldExtensions();
  const submit = useSubmitChange(resource);
  const form = useMemo(() => manifest && fixFields(manifest), [manifest]);
  const values = useMemo(() => initialValues(resource), [resource]);

  if (error) {
    return <LoadFailure error={error} onRetry={() => location.reload()} />;
  }
  if (!form || !extensions) {
    return <PageSkeleton />;
  }
  return (
    <>
      {submit.isPending && (
        <Notice status="info" title={t('change.planning')} mb="3" />
      )}
      {submit.error && (
        <Notice
          role="alert"
          status="danger"
          mb="3"
          title={t('change.failed')}
          description={t('error.detail', {
            message: errorMessage(submit.error),
          })}
        />
      )}
      <Stepper
        manifest={form}
        extensions={extensions}
        initialState={values}
        onCreate={async filled => {
          await submit.mutateAsync(filled).catch(() => undefined);
        }}
        components={{ createButtonText: t('change.submit') }}
      />
    </>
  );
}
