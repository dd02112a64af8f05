import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** The language that the user chose in the settings, such as `en` or `pt`. */
export function useLanguage(): string {
  const languageApi = useApi(appLanguageApiRef);
  const [language, setLanguage] = useState(
    () => languageApi.getLanguage().language,
  );

  useEffect(() => {
    const subscription = languageApi
      .language$()
      .subscribe(state => setLanguage(state.language));
    return () => subscription.unsubscribe();
  }, [languageApi]);

  return language;
}
