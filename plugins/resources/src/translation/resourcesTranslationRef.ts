import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { changeMessages } from './en/changeMessages';
import { commonMessages } from './en/commonMessages';
import { adviceMessages } from './en/adviceMessages';
import { fieldMessages } from './en/fieldMessages';
import { listMessages } from './en/listMessages';
import { logMessages } from './en/logMessages';
import { planMessages } from './en/planMessages';
import { relationMessages } from './en/relationMessages';
import { resourceMessages } from './en/resourceMessages';
import { runMessages } from './en/runMessages';
import { stateMessages } from './en/stateMessages';
import { statusMessages } from './en/statusMessages';

/** Every text of this plugin. English is built in; `pt` is Brazilian Portuguese. */
export const resourcesTranslationRef = createTranslationRef({
  id: 'plugin.resources',
  messages: {
    ...commonMessages,
    ...statusMessages,
    ...listMessages,
    ...fieldMessages,
    ...resourceMessages,
    ...relationMessages,
    ...runMessages,
    ...changeMessages,
    ...adviceMessages,
    ...planMessages,
    ...logMessages,
    ...stateMessages,
  },
  translations: { pt: () => import('./pt') },
});
