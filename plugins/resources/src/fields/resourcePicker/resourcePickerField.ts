import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ResourcePicker } from './ResourcePicker';
import { resourcePickerSchema } from './resourcePickerSchema';
import { validateResourcePicker } from './validateResourcePicker';

/** `ui:field: ResourcePicker` */
export const resourcePickerField = createFormField({
  name: 'ResourcePicker',
  component: ResourcePicker,
  schema: resourcePickerSchema,
  validation: validateResourcePicker,
});
