import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { AllowedValuePicker } from './AllowedValuePicker';
import { allowedValuePickerSchema } from './fieldSchemas';

/** `ui:field: AllowedValuePicker` */
export const allowedValuePickerField = createFormField({
  name: 'AllowedValuePicker',
  component: AllowedValuePicker,
  schema: allowedValuePickerSchema,
});
