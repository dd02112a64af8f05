import { errorKind } from '../format/errorKind';
import { ErrorPanel } from './ErrorPanel';
import { NotFound } from './NotFound';

interface LoadFailureProps {
  error: Error;
  onRetry: () => void;
}

/** Instead of a thing that could not be read. */
export function LoadFailure({ error, onRetry }: LoadFailureProps) {
  return errorKind(error) === 'notFound' ? (
    <NotFound />
  ) : (
    <ErrorPanel error={error} onRetry={onRetry} />
  );
}
