import type { ResourceListItem } from '../../api/ResourcesApi';
import { useFormat } from '../../hooks/useFormat';
import { useNow } from '../../hooks/useNow';
import { useOptions } from '../../hooks/useOptions';
import { useTexts } from '../../hooks/useTexts';
import { isBuiltOn, type PickFrom } from './pickFrom';

/**
 * Makes an option of a resource: its name, and below it type, environment and age. One that is built on another than
 * the form asks for says so, and cannot be chosen.
 */
export function useResourceOption(from: PickFrom) {
  const t = useTexts();
  const format = useFormat();
  const now = useNow(60_000);
  const { data: options } = useOptions();
  return (resource: ResourceListItem) => {
    const { id, name, type, environment, createdAt } = resource;
    const elsewhere = !isBuiltOn(resource, from);
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
        ...(elsewhere ? [t('pick.elsewhere')] : []),
      ].join(' · '),
      disabled: elsewhere,
    };
  };
}
