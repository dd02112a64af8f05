import {
  configApiRef,
  Progress,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Button, Card, CardBody, Flex, Text } from '@backstage/ui';
import { appTranslationRef } from '../../translations';
import { Logo } from '../nav/Logo';
import styles from './OidcSignInPage.module.css';
import { readLoginTexts } from './readLoginTexts';
import { SignInProblem } from './SignInProblem';
import { useOidcSession } from './useOidcSession';

/** One button to the identity provider, and what a login that failed came to. */
export function OidcSignInPage({ onSignInSuccess }: SignInPageProps) {
  const config = useApi(configApiRef);
  const { t } = useTranslationRef(appTranslationRef);
  const session = useOidcSession({ onSignInSuccess });
  const { title, contact, isLocal } = readLoginTexts(config);
  const { state, problem } = session;
  const busy = state !== 'ready';

  // No card that flashes up for everybody who is signed in.
  if (state === 'resuming') return <Progress />;

  return (
    <main className={styles.page} aria-busy={busy}>
      <Card className={styles.card}>
        <CardBody>
          <Flex direction="column" gap="4">
            <div className={styles.logo}>
              <Logo full={false} />
              <Text as="h1" variant="title-medium" weight="bold">
                {config.getOptionalString('app.title') ?? 'Terrastage'}
              </Text>
            </div>
            {problem ? (
              <SignInProblem problem={problem} contact={contact} />
            ) : (
              <Text>{t('signIn.welcome')}</Text>
            )}
            <Button
              variant="primary"
              isDisabled={busy}
              onPress={session.signIn}
            >
              {problem && t('signIn.again')}
              {!problem && title && t('signIn.buttonWith', { title })}
              {!problem && !title && t('signIn.button')}
            </Button>
            {problem && problem.kind !== 'provider-away' && (
              <Button
                variant="secondary"
                isDisabled={busy}
                onPress={session.signInAsAnother}
              >
                {t('signIn.another')}
              </Button>
            )}
            {isLocal && (
              <Text variant="body-small" color="secondary">
                {t('signIn.local')}
              </Text>
            )}
          </Flex>
        </CardBody>
      </Card>
    </main>
  );
}
