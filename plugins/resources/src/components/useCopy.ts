import { useEffect, useState } from 'react';

/** Milliseconds for which the outcome is shown. */
const SHOWN = 2_000;

export type CopyOutcome = 'none' | 'copied' | 'failed';

/** Copies to the clipboard. It fails where the page came over plain HTTP from another machine. */
export function useCopy(): {
  outcome: CopyOutcome;
  copy: (text: string) => void;
} {
  const [outcome, setOutcome] = useState<CopyOutcome>('none');

  useEffect(() => {
    if (outcome === 'none') {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome('none'), SHOWN);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return { outcome, copy };
}
