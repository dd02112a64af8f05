import { exampleOf } from './exampleOf';

export const destroyExamples = [
  exampleOf('Destroy a resource', {
    id: 'destroy',
    action: 'terraform:destroy',
    name: 'Destroy the resource',
    input: { resourceId: '${{ parameters.resourceId }}' },
  }),
];
