import { useOptions } from '../hooks/useOptions';

/** An environment by its title, once that is known. */
export function EnvironmentName({ name }: { name: string }) {
  const { data } = useOptions();
  const title = data?.environments.find(entry => entry.name === name)?.title;
  return <>{title ?? name}</>;
}
