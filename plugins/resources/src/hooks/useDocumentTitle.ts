import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';

/** Names the browser's tab after where one is, given from the outermost place inward. */
export function useDocumentTitle(places: string[]): void {
  const app = useApi(configApiRef).getOptionalString('app.title');
  const title = [...places]
    .reverse()
    .concat(app ?? [])
    .join(' · ');

  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
