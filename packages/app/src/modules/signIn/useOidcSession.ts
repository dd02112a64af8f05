import { UserIdentity } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { oidcAuthApiRef } from './oidcAuthApiRef';
import { readProblem, type Problem } from './readProblem';

export type OidcSession = {
  /** Whether a session of before is looked for, or the browser is on its way to another page. */
  state: 'resuming' | 'ready' | 'leaving';
  problem?: Problem;
  /** Goes to the identity provider, which leads back here. */
  signIn: () => void;
  /** Ends the session at the identity provider first. */
  signInAsAnother: () => void;
};

/** Goes on with the session of before where there is one. */
export function useOidcSession({
  onSignInSuccess,
}: Pick<SignInPageProps, 'onSignInSuccess'>): OidcSession {
  const authApi = useApi(oidcAuthApiRef);
  const [params, setParams] = useSearchParams();
  const [problem, setProblem] = useState(() =>
    readProblem(params.get('error')),
  );
  const [state, setState] = useState<OidcSession['state']>('resuming');

  useEffect(() => {
    // The address of the page is where a new login leads back to.
    if (params.has('error')) {
      params.delete('error');
      setParams(params, { replace: true });
    }
    const resume = async () => {
      const session = await authApi.getBackstageIdentity({ optional: true });
      if (!session) {
        setState('ready');
        return;
      }
      const { identity } = session;
      const profile = await authApi.getProfile();
      onSignInSuccess(UserIdentity.create({ identity, authApi, profile }));
    };
    resume().catch(() => {
      setProblem({ kind: 'other' });
      setState('ready');
    });
    // Once: the session is looked for when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const leave = (work: () => Promise<unknown>) => {
    setState('leaving');
    work()
      .then(() => setState('ready'))
      .catch(() => {
        setProblem({ kind: 'other' });
        setState('ready');
      });
  };
  return {
    state,
    problem,
    signIn: () =>
      leave(() => authApi.getBackstageIdentity({ instantPopup: true })),
    signInAsAnother: () => leave(() => authApi.signOut()),
  };
}
