import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RunItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';

/** Asks for the end of a run. */
export function useCancel(runId: string, onDone: () => void) {
  const api = useApi(resourcesApiRef);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.cancelRun(runId),
    onSuccess: canceled => {
      queries.setQueryData<RunItem>(
        ['run', runId],
        run => run && { ...run, ...canceled },
      );
      onDone();
    },
  });
}
