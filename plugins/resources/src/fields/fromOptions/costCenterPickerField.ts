import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CostCenterPicker } from './CostCenterPicker';
import { costCenterPickerSchema } from './fieldSchemas';

/** `ui:field: CostCenterPicker` */
export const costCenterPickerField = createFormField({
  name: 'CostCenterPicker',
  component: CostCenterPicker,
  schema: costCenterPickerSchema,
});
