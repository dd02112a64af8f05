import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';
import type { RunEventItem } from '../api/ResourcesApi';
import { resourcesApiRef } from '../api/resourcesApiRef';
import { type Connection, followRun } from './followRun';
import { emptyRunFeed, readEvents, type RunFeed } from './RunFeed';
import { sleep } from './sleep';

/** Milliseconds for which events are gathered before the page is drawn anew. */
const GATHER = 100;

/** The live events of a run. */
export function useRunFeed(runId: string): {
  feed: RunFeed;
  connection: Connection;
} {
  const api = useApi(resourcesApiRef);
  const [feed, setFeed] = useState(emptyRunFeed);
  const [connection, setConnection] = useState<Connection>('connecting');

  useEffect(() => {
    setFeed(emptyRunFeed);
    const stop = new AbortController();
    let gathered: RunEventItem[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hand = () => {
      const events = gathered;
      gathered = [];
      timer = undefined;
      setFeed(current => readEvents(current, events));
    };
    followRun({
      api,
      runId,
      signal: stop.signal,
      sleep,
      onConnection: setConnection,
      onEvent: event => {
        gathered.push(event);
        timer ??= setTimeout(hand, GATHER);
      },
    });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [api, runId]);

  return { feed, connection };
}
