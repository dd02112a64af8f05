import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RunItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';

type Decision =
  | { act: 'confirm'; planDigest: string; name?: string }
  | { act: 'discard' };

/** Confirms or discards the plan of a run. */
export function useDecide(runId: string, onDone: () => void) {
  const api = useApi(resourcesApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => {
      if (decision.act === 'discard') {
        return api.discardRun(runId);
      }
      const { planDigest, name } = decision;
      return api.confirmRun(runId, { planDigest, name });
    },
    onSuccess: decided => {
      queries.setQueryData<RunItem>(
        ['run', runId],
        run => run && { ...run, ...decided },
      );
      onDone();
    },
  });
}
