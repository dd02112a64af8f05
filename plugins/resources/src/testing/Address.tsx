import { useLocation } from 'react-router-dom';

/** The browser's address line, for tests to read. */
export function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}
