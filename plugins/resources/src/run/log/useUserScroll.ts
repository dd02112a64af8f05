import { type RefObject, useEffect } from 'react';

const UPWARD_KEYS = ['ArrowUp', 'PageUp', 'Home'];

/** Calls back when the reader, not the page, scrolls a box upward. */
export function useUserScroll(
  box: RefObject<HTMLElement>,
  onScrollUp: () => void,
): void {
  useEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const stop = new AbortController();
    const listen = <K extends keyof HTMLElementEventMap>(
      type: K,
      isUpward: (event: HTMLElementEventMap[K]) => boolean,
    ) =>
      element.addEventListener(type, event => isUpward(event) && onScrollUp(), {
        signal: stop.signal,
        passive: true,
      });

    listen('wheel', event => event.deltaY < 0);
    listen('keydown', event => UPWARD_KEYS.includes(event.key));
    listen('touchmove', () => true);
    return () => stop.abort();
  }, [box, onScrollUp]);
}
