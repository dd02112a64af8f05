import { changeMessages } from './changeMessages';
import { commonMessages } from './commonMessages';
import { adviceMessages } from './adviceMessages';
import { fieldMessages } from './fieldMessages';
import { listMessages } from './listMessages';
import { logMessages } from './logMessages';
import { planMessages } from './planMessages';
import { relationMessages } from './relationMessages';
import { resourceMessages } from './resourceMessages';
import { runMessages } from './runMessages';
import { stateMessages } from './stateMessages';
import { statusMessages } from './statusMessages';

/** Brazilian Portuguese, complete. */
export const ptMessages = {
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
};
