import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RunItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { FAST_POLL, isActive, SLOW_POLL } from '../hooks/pollInterval';
import type { RunFeed } from './RunFeed';
import { useRunFeed } from './useRunFeed';

/**
 * A run as it goes on. Steps and progress come from its events as they happen; status and plan from the run
 * itself, which is read again when an event says that they changed, and polled while no events come.
 */
export function useRunFollow(runId: string) {
  const api = useApi(resourcesApiRef);
  const { feed, connection } = useRunFeed(runId);
  const { data, error, refetch } = useQuery({
    queryKey: ['run', runId],
    queryFn: ({ signal }) => api.getRun(runId, { signal }),
    refetchInterval: ({ state }) => {
      if (state.data && !isActive(state.data)) {
        return false;
      }
      return connection === 'live' ? SLOW_POLL : FAST_POLL;
    },
  });

  useEffect(() => {
    if (feed.revision > 0 || connection === 'ended') {
      refetch({ cancelRefetch: false });
    }
  }, [feed.revision, connection, refetch]);

  const run =
    data && isActive(data) && connection === 'live'
      ? withFeed(data, feed)
      : data;
  return { run, feed, connection, error, refetch };
}

function withFeed(run: RunItem, feed: RunFeed): RunItem {
  return {
    ...run,
    steps: feed.steps.length ? feed.steps : run.steps,
    progress: feed.progress ?? run.progress,
  };
}
