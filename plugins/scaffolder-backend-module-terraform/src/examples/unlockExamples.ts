import { exampleOf } from './exampleOf';

export const unlockExamples = [
  exampleOf('Remove the lock that a dead run left', {
    id: 'unlock',
    action: 'terraform:unlock',
    name: 'Remove the lock',
    input: { resourceId: '${{ parameters.resourceId }}' },
  }),
];
