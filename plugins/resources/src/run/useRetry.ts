import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { newIdempotencyKey } from '../resource/newIdempotencyKey';
import { runRouteRef } from '../routes';

/** Tries a run again and goes to the new one. Pressed twice, it starts one. */
export function useRetry(runId: string) {
  const api = useApi(resourcesApiRef);
  const runLink = useRouteRef(runRouteRef);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [idempotencyKey] = useState(newIdempotencyKey);
  return useMutation({
    mutationFn: (bundle: 'same' | 'current') =>
      api.retryRun(
        runId,
        { bundle },
        { idempotencyKey: `${idempotencyKey}-${bundle}` },
      ),
    onSuccess: async ({ resource, run }) => {
      queries.setQueryData(['resource', resource.id], resource);
      await queries.invalidateQueries({ queryKey: ['resources'] });
      navigate(runLink?.({ runId: run.id }) ?? '');
    },
  });
}
