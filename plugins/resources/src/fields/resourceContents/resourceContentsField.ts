import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ResourceContents } from './ResourceContents';
import { resourceContentsSchema } from './resourceContentsSchema';

/** `ui:field: ResourceContents` */
export const resourceContentsField = createFormField({
  name: 'ResourceContents',
  component: ResourceContents,
  schema: resourceContentsSchema,
});
