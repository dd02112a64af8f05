import { type RefObject, useEffect } from 'react';

const UPWARD_KEYS = ['ArrowUp', 'PageUp', 'Home'];

/** Calls back when the reader, not the page, scrolls a box upward. */
export function useUserScroll(
  box: RefObject<HTMLElement>,
  onScrollUp: () => void,
): void {
  useEffect(() => {
    const element = box.current;
    const onWheel = (event: WheelEvent) => {
      if (event.deltaY < 0) {
        onScrollUp();
      }
    };
    const onKey = (event: KeyboardEvent) => {
      if (UPWARD_KEYS.includes(event.key)) {
        onScrollUp();
      }
    };
    element?.addEventListener('wheel', onWheel, { passive: true });
    element?.addEventListener('touchmove', onScrollUp, { passive: true });
    element?.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('wheel', onWheel);
      element?.removeEventListener('touchmove', onScrollUp);
      element?.removeEventListener('keydown', onKey);
    };
  }, [box, onScrollUp]);
}
