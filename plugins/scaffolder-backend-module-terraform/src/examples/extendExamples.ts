import { exampleOf } from './exampleOf';

export const extendExamples = [
  exampleOf('Let a resource live for another month', {
    id: 'extend',
    action: 'terraform:extend',
    name: 'Extend the resource',
    input: { resourceId: '${{ parameters.resourceId }}', days: 30 },
  }),
];
