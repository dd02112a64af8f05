import { useSearchParams } from 'react-router-dom';

export interface ComparedVersions {
  from?: string;
  to?: string;
  choose: (versions: { from?: string; to?: string }) => void;
}

/** Which two versions are compared; the address says it, so that it can be sent to somebody. */
export function useComparedVersions(): ComparedVersions {
  const [query, setQuery] = useSearchParams();
  const from = query.get('from') ?? undefined;
  const to = query.get('to') ?? undefined;
  return {
    from,
    to,
    choose: versions => {
      const next = { from, to, ...versions };
      setQuery(
        Object.fromEntries(
          Object.entries(next).filter(([, id]) => id),
        ) as Record<string, string>,
        { replace: true },
      );
    },
  };
}
