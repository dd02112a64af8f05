import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  scaffolderApiRef,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ResourceItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { runRouteRef } from '../routes';
import { sleep } from '../run/sleep';
import { taskFailure } from './taskFailure';

/** Milliseconds between two looks for the run that the form has started. */
const INTERVAL = 500;

/** Submits the form of a template for a resource that stands, and goes to the run whose plan it asks for. */
export function useSubmitChange(resource: ResourceItem) {
  const scaffolder = useApi(scaffolderApiRef);
  const api = useApi(resourcesApiRef);
  const runLink = useRouteRef(runRouteRef);
  const navigate = useNavigate();
  const { secrets } = useTemplateSecrets();
  const [left] = useState(() => new AbortController());
  useEffect(() => () => left.abort(), [left]);

  return useMutation({
    mutationFn: async (values: Record<string, JsonValue>) => {
      const { taskId } = await scaffolder.scaffold({
        templateRef: resource.templateRef!,
        values: { ...values, resourceId: resource.id },
        secrets,
      });
      const over = taskFailure(scaffolder, taskId);
      const { signal } = left;
      while (!signal.aborted) {
        const ended = await Promise.race([over, sleep(INTERVAL, signal)]);
        if (ended) {
          throw ended;
        }
        const { run } = await api.getResource(resource.id);
        if (run && run.id !== resource.run?.id) {
          return run.id;
        }
      }
      return undefined;
    },
    onSuccess: runId => runId && navigate(runLink?.({ runId }) ?? ''),
  });
}
