import { useState } from 'react';
import { useTypedSearch } from '../../list/useTypedSearch';
import type { PickFrom } from './pickFrom';
import { usePickable } from './usePickable';
import { usePicked } from './usePicked';

/**
 * What a field offers and what is chosen in it. What is chosen is offered first where the portal's first page has it
 * not, so that a form that is opened again shows it by its name.
 */
export function usePickerOptions(from: PickFrom, ids: readonly string[]) {
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useTypedSearch(search, setSearch);
  const list = usePickable(from, search);
  const picked = usePicked(ids);

  const found = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const missing = search
    ? []
    : picked.resources.filter(({ id }) => !found.some(one => one.id === id));
  return {
    typed,
    setTyped,
    picked: picked.resources,
    offered: [...missing, ...found],
    total: list.data?.pages[0].total,
    loading: loadingOf(list),
    error: list.error ?? picked.error,
    retry: () => {
      list.refetch();
      picked.refetch();
    },
  };
}

function loadingOf(list: ReturnType<typeof usePickable>) {
  const { isLoading, isPlaceholderData, isFetchingNextPage } = list;
  if (isLoading || isPlaceholderData) {
    return { state: isLoading ? 'loading' : 'filtering' } as const;
  }
  return {
    state: isFetchingNextPage ? 'loadingMore' : 'idle',
    onLoadMore: list.hasNextPage ? () => list.fetchNextPage() : undefined,
  } as const;
}
