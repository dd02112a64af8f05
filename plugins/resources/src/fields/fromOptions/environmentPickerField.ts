import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { EnvironmentPicker } from './EnvironmentPicker';
import { environmentPickerSchema } from './fieldSchemas';

/** `ui:field: EnvironmentPicker` */
export const environmentPickerField = createFormField({
  name: 'EnvironmentPicker',
  component: EnvironmentPicker,
  schema: environmentPickerSchema,
});
