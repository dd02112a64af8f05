import { Tag, TagGroup } from '@backstage/ui';
import type { ResourceItem } from '../../api/ResourcesApi';

interface PickedListProps {
  label: string;
  ids: readonly string[];
  resources: readonly ResourceItem[];
  onRemove: (ids: Set<string>) => void;
}

/** The chosen ones, each with a way to take it out; also by Delete on the keyboard. */
export function PickedList({
  label,
  ids,
  resources,
  onRemove,
}: PickedListProps) {
  return (
    <TagGroup
      aria-label={label}
      onRemove={keys => onRemove(new Set([...keys].map(String)))}
    >
      {ids.map(id => {
        const name = resources.find(resource => resource.id === id)?.name ?? id;
        return (
          <Tag key={id} id={id} textValue={name}>
            {name}
          </Tag>
        );
      })}
    </TagGroup>
  );
}
