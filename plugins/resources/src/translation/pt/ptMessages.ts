import { commonMessages } from './commonMessages';
import { listMessages } from './listMessages';
import { resourceMessages } from './resourceMessages';
import { runMessages } from './runMessages';
import { statusMessages } from './statusMessages';

/** Brazilian Portuguese, complete. */
export const ptMessages = {
  ...commonMessages,
  ...statusMessages,
  ...listMessages,
  ...resourceMessages,
  ...runMessages,
};
