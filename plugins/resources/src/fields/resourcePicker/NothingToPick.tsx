import { Link } from '@backstage/ui';
import { EnvironmentName } from '../../components/EnvironmentName';
import { Muted } from '../../components/Muted';
import { useCreateLink } from '../../hooks/useCreateLink';
import { useTexts } from '../../hooks/useTexts';
import type { PickFrom } from './pickFrom';

interface NothingToPickProps {
  from: PickFrom;
  /** Name of the template that makes one. */
  template?: string;
}

/** That there is none, and where one is made. */
export function NothingToPick({ from, template }: NothingToPickProps) {
  const t = useTexts();
  const createLink = useCreateLink();
  const { types, environment } = from;
  return (
    <div role="status">
      <Muted>
        {t('pick.none', { type: types?.join(', ') ?? t('pick.anyType') })}
        {environment && (
          <>
            {' ('}
            <EnvironmentName name={environment} />)
          </>
        )}
        .{' '}
      </Muted>
      {template && (
        <Link
          href={`${createLink}/templates/default/${template}`}
          variant="body-small"
        >
          {t('pick.make')}
        </Link>
      )}
    </div>
  );
}
