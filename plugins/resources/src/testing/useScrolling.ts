import { act } from '@testing-library/react';

/**
 * Puts a list's end out of sight, as jsdom has no layout that could say where it is.
 *
 * @returns brings it into sight
 */
export function useScrolling(): () => void {
  const watchers = new Set<IntersectionObserverCallback>();
  const before = globalThis.IntersectionObserver;

  beforeEach(() => {
    globalThis.IntersectionObserver = class {
      constructor(private readonly onSeen: IntersectionObserverCallback) {}

      observe() {
        watchers.add(this.onSeen);
      }

      disconnect() {
        watchers.delete(this.onSeen);
      }
    } as unknown as typeof IntersectionObserver;
  });
  afterEach(() => {
    watchers.clear();
    globalThis.IntersectionObserver = before;
  });

  return () =>
    act(() =>
      watchers.forEach(onSeen =>
        onSeen(
          [{ isIntersecting: true } as IntersectionObserverEntry],
          undefined as unknown as IntersectionObserver,
        ),
      ),
    );
}
