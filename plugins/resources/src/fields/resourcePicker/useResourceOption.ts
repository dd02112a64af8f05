import type { ResourceListItem } from '../../api/ResourcesApi';
import { useFormat } from '../../hooks/useFormat';
import { useNow } from '../../hooks/useNow';
import { useOptions } from '../../hooks/useOptions';

/** Makes an option of a resource: its name, and below it type, environment and age. */
export function useResourceOption() {
  const format = useFormat();
  const now = useNow(60_000);
  const { data: options } = useOptions();
  return ({ id, name, type, environment, createdAt }: ResourceListItem) => {
    const title = options?.environments.find(
      entry => entry.name === environment,
    )?.title;
    return {
      id,
      label: name,
      description: [
        type,
        title ?? environment,
        format.age(createdAt, now),
      ].join(' · '),
    };
  };
}
