import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { newIdempotencyKey } from './newIdempotencyKey';
import { runRouteRef } from '../routes';

/**
 * Asks for the destruction of a resource and goes to its run. The idempotency key is made once for the life of
 * the component: whoever presses twice, or again after a lost answer, starts one run.
 */
export function useDestroy(
  resource: { id: string; name: string },
  newId: () => string = newIdempotencyKey,
) {
  const api = useApi(resourcesApiRef);
  const runLink = useRouteRef(runRouteRef);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [idempotencyKey] = useState(newId);

  return useMutation({
    mutationFn: () =>
      api.destroyResource(
        resource.id,
        { confirmName: resource.name },
        { idempotencyKey },
      ),
    onSuccess: async ({ resource: changed, run }) => {
      queries.setQueryData(['resource', changed.id], changed);
      await queries.invalidateQueries({ queryKey: ['resources'] });
      navigate(runLink?.({ runId: run.id }) ?? '');
    },
  });
}
