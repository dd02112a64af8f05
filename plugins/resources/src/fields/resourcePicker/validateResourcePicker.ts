import {
  type ApiHolder,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { resourcesApiRef } from '../../api/resourcesApiRef';
import { resourcesTranslationRef } from '../../translation/resourcesTranslationRef';
import { isAmong, pickFrom } from './pickFrom';
import type { ResourcePickerOptions } from './resourcePickerSchema';

/** Asks the portal again before the form goes on: what was chosen may be gone since. The server has the last word. */
export const validateResourcePicker: CustomFieldValidator<
  string | string[],
  ResourcePickerOptions
> = async (value, field, { apiHolder, formData, uiSchema }) => {
  const apis = apiHolder as ApiHolder;
  const api = apis.get(resourcesApiRef);
  const from = pickFrom(uiSchema?.['ui:options'], formData);
  const ids = [value ?? []].flat().filter(Boolean);
  const found = await Promise.all(
    ids.map(id => api?.getResource(id).catch(() => undefined)),
  );
  const translation = apis
    .get(translationApiRef)
    ?.getTranslation(resourcesTranslationRef);
  found.forEach((resource, index) => {
    if (!resource || !isAmong(resource, from)) {
      const name = resource?.name ?? ids[index];
      field.addError(
        translation?.ready
          ? translation.t('pick.gone', { name })
          : `${name} can no longer be chosen`,
      );
    }
  });
};
