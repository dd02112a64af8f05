import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { SubnetPicker } from './SubnetPicker';
import { subnetPickerSchema } from './subnetPickerSchema';

/** `ui:field: SubnetPicker` */
export const subnetPickerField = createFormField({
  name: 'SubnetPicker',
  component: SubnetPicker,
  schema: subnetPickerSchema,
});
