import { useOptions } from '../hooks/useOptions';

/** A type of resources by its title, once that is known. */
export function TypeName({ name }: { name: string }) {
  const { data } = useOptions();
  const title = data?.types.find(entry => entry.name === name)?.title;
  return <>{title ?? name}</>;
}
