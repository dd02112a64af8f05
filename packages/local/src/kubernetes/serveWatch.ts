import type { ServerResponse } from 'node:http';
import { selects } from './ApiServer';
import { ApiError } from './ApiError';
import type { KindName } from './objects';
import type { Change, ObjectStore } from './ObjectStore';

const BOOKMARK_EVERY = 1_000;

/** Lines of JSON, one for each change after `resourceVersion`, and bookmarks, until `timeoutSeconds` are over. */
export function serveWatch(
  store: ObjectStore,
  kind: KindName,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const matches = selects(query.get('labelSelector'));
  const write = (type: string, object: object) =>
    response.write(`${JSON.stringify({ type, object })}\n`);
  const tell = ({ type, object }: Change) => {
    if (matches(object.metadata.labels)) {
      write(type, object);
    }
  };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  try {
    store.since(kind, Number(query.get('resourceVersion'))).forEach(tell);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    write('ERROR', error.toStatus());
    response.end();
    return;
  }
  const unsubscribe = store.onChange(change => {
    if (change.kind === kind) tell(change);
  });
  const bookmarks = setInterval(() => {
    if (query.get('allowWatchBookmarks') === 'true') {
      write('BOOKMARK', {
        ...store.kindOf(kind),
        metadata: { resourceVersion: store.resourceVersion },
      });
    }
  }, BOOKMARK_EVERY);
  const seconds = Number(query.get('timeoutSeconds') ?? 1_800);
  const timeout = setTimeout(() => response.end(), seconds * 1_000);
  response.on('close', () => {
    unsubscribe();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}
