import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { newIdempotencyKey } from '../resource/newIdempotencyKey';
import { runRouteRef } from '../routes';

/**
 * Starts a run about a state and goes to it. The idempotency key is made once for the life of the component:
 * whoever presses twice starts one run.
 */
export function useStateRun(
  start: (options: { idempotencyKey: string }) => Promise<{
    run: { id: string };
  }>,
  newId: () => string = newIdempotencyKey,
) {
  const runLink = useRouteRef(runRouteRef);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [idempotencyKey] = useState(newId);

  return useMutation({
    mutationFn: () => start({ idempotencyKey }),
    onSuccess: async ({ run }) => {
      await queries.invalidateQueries({ queryKey: ['lock'] });
      navigate(runLink?.({ runId: run.id }) ?? '');
    },
  });
}
