import { useEffect, useRef, useState } from 'react';

/**
 * The text of a field that is searched by typing: what was chosen until somebody types, and again when a choice is
 * made elsewhere.
 */
export function useSearchText(chosen: string) {
  const [text, setText] = useState(chosen);
  const last = useRef(chosen);
  useEffect(() => {
    if (last.current !== chosen) {
      last.current = chosen;
      setText(chosen);
    }
  }, [chosen]);
  return { text, setText, search: text === chosen ? '' : text };
}
