import { exampleOf } from './exampleOf';

const bucket = {
  name: '${{ parameters.name }}',
  environment: '${{ parameters.environment }}',
  owner: '${{ parameters.owner }}',
  costCenter: '${{ parameters.costCenter }}',
  variables: { name: '${{ parameters.name }}', versioning: true },
};

export const applyExamples = [
  exampleOf('Make a bucket from a skeleton of the platform', {
    id: 'apply',
    action: 'terraform:apply',
    name: 'Make the bucket',
    input: { skeleton: 's3-bucket', ...bucket },
  }),
  exampleOf('Make a bucket that goes away after two weeks', {
    id: 'apply',
    action: 'terraform:apply',
    name: 'Make the bucket',
    input: { skeleton: 's3-bucket', expiresIn: '14 days', ...bucket },
  }),
  exampleOf('Make what an earlier step has put into the workspace', {
    id: 'apply',
    action: 'terraform:apply',
    name: 'Make the infrastructure of the service',
    input: {
      path: 'infra',
      name: '${{ parameters.name }}',
      environment: 'dev',
      owner: 'group:default/payments',
      system: 'system:default/checkout',
      costCenter: 'CC-1001',
      description: 'Buckets and queues of ${{ parameters.name }}',
      variables: { name: '${{ parameters.name }}' },
    },
  }),
];
