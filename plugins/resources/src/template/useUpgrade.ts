import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { newIdempotencyKey } from '../resource/newIdempotencyKey';
import { runRouteRef } from '../routes';

/** Has an upgrade planned and goes to the run whose plan waits. */
export function useUpgrade(resourceId: string) {
  const api = useApi(resourcesApiRef);
  const runLink = useRouteRef(runRouteRef);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [idempotencyKey] = useState(newIdempotencyKey);
  return useMutation({
    mutationFn: () => api.upgradeResource(resourceId, { idempotencyKey }),
    onSuccess: async ({ resource, run }) => {
      queries.setQueryData(['resource', resource.id], resource);
      await queries.invalidateQueries({ queryKey: ['resources'] });
      navigate(runLink?.({ runId: run.id }) ?? '');
    },
  });
}
