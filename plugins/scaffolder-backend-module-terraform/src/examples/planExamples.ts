import { exampleOf } from './exampleOf';

export const planExamples = [
  exampleOf('Say what making a bucket would do', {
    id: 'plan',
    action: 'terraform:plan',
    name: 'Plan the bucket',
    input: {
      skeleton: 's3-bucket',
      name: '${{ parameters.name }}',
      environment: '${{ parameters.environment }}',
      owner: '${{ parameters.owner }}',
      costCenter: '${{ parameters.costCenter }}',
      variables: { name: '${{ parameters.name }}' },
    },
  }),
];
