import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityNamePickerFieldExtension,
  EntityPickerFieldExtension,
  EntityTagsPickerFieldExtension,
  MultiEntityPickerFieldExtension,
  MyGroupsPickerFieldExtension,
  OwnedEntityPickerFieldExtension,
  OwnerPickerFieldExtension,
} from '@backstage/plugin-scaffolder';
import {
  type FieldExtensionOptions,
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

/** The scaffolder's own fields. It adds them inside its pages only, so a form elsewhere brings them along. */
const own = (
  <ScaffolderFieldExtensions>
    <EntityNamePickerFieldExtension />
    <EntityPickerFieldExtension />
    <EntityTagsPickerFieldExtension />
    <MultiEntityPickerFieldExtension />
    <MyGroupsPickerFieldExtension />
    <OwnedEntityPickerFieldExtension />
    <OwnerPickerFieldExtension />
  </ScaffolderFieldExtensions>
);

/** Fields that forms of templates may have, those of plugins first; undefined until they are there. */
export function useFieldExtensions(): FieldExtensionOptions[] | undefined {
  const fields = useApi(formFieldsApiRef);
  const built = useCustomFieldExtensions<FieldExtensionOptions>(own);
  const { data } = useQuery({
    queryKey: ['formFields'],
    queryFn: () => fields.loadFormFields(),
    staleTime: Infinity,
  });
  return useMemo(() => {
    // The type is opaque outside of the scaffolder; what is in it are these options.
    const added = data as unknown as FieldExtensionOptions[] | undefined;
    return (
      added && [
        ...added,
        ...built.filter(({ name }) => !added.some(one => one.name === name)),
      ]
    );
  }, [data, built]);
}
