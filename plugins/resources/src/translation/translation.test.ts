import {
  runStatuses,
  resourceStatuses,
} from '@terrastage/plugin-resources-common';
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
import { ptMessages } from './pt/ptMessages';

const enMessages: Record<string, string> = {
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
const translated: Record<string, string> = ptMessages;

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name]) => name.trim()).sort();

describe('the Portuguese texts', () => {
  it('have the same keys as the English ones', () => {
    expect(Object.keys(translated).sort()).toEqual(
      Object.keys(enMessages).sort(),
    );
  });

  it('fill in the same values', () => {
    const differing = Object.keys(enMessages).filter(
      key =>
        String(placeholders(translated[key])) !==
        String(placeholders(enMessages[key])),
    );

    expect(differing).toEqual([]);
  });

  it('leave nothing empty', () => {
    expect(Object.entries(translated).filter(([, text]) => !text)).toEqual([]);
  });
});

describe('the texts', () => {
  it('name every status of a resource and of a run', () => {
    const keys = [
      ...resourceStatuses.map(status => `resourceStatus.${status}`),
      ...runStatuses.map(status => `runStatus.${status}`),
    ];

    expect(keys.filter(key => !(key in enMessages))).toEqual([]);
  });
});
