import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import { appTranslationRef } from '../../translations';
import type { LoginTexts } from './readLoginTexts';
import type { Problem } from './readProblem';

interface SignInProblemProps {
  problem: Problem;
  contact: LoginTexts['contact'];
}

/** Why somebody is not in, what to do, and whom to ask. */
export function SignInProblem({ problem, contact }: SignInProblemProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const { kind, email } = problem;
  return (
    <Alert
      role="alert"
      status={kind === 'provider-away' ? 'warning' : 'danger'}
      icon
      title={t(`signIn.problem.${kind}.title`)}
      description={
        <>
          {email && <p>{t('signIn.account', { email })}</p>}
          <p>{t(`signIn.problem.${kind}.advice`)}</p>
          {contact && (
            <p>
              {t('signIn.ask')}{' '}
              {contact.url ? (
                <Link href={contact.url}>{contact.name}</Link>
              ) : (
                contact.name
              )}
            </p>
          )}
        </>
      }
    />
  );
}
