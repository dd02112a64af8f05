import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a key before a search is asked for. */
export const SEARCH_DELAY = 250;

/** What is being typed, handed on once the typing pauses; follows `value` when that changes from outside. */
export function useTypedSearch(
  value: string,
  onSearch: (value: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const search = useRef(onSearch);
  search.current = onSearch;
  const asked = useRef(value);

  useEffect(() => {
    // An answer to what was asked for here must not undo the keys that came since.
    if (value !== asked.current) {
      asked.current = value;
      setTyped(value);
    }
  }, [value]);

  useEffect(() => {
    if (typed === asked.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      asked.current = typed;
      search.current(typed);
    }, SEARCH_DELAY);
    return () => clearTimeout(timer);
  }, [typed]);

  return [typed, setTyped];
}
