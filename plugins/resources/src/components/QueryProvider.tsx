import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type PropsWithChildren, useState } from 'react';
import { errorStatus } from '../format/errorStatus';

/** One cache for the pages below it: what was read stays while one goes from list to resource and back. */
export function QueryProvider({ children }: PropsWithChildren<{}>) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            // A portal on localhost is there also when the browser believes that it is offline.
            networkMode: 'always',
            retry: (failures, error) => failures < 1 && !errorStatus(error),
            retryDelay: 300,
          },
          mutations: { networkMode: 'always' },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
