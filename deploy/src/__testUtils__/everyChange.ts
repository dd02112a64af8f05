/** What a first installation changes, in order. */
export const EVERY_CHANGE = [
  'terraform apply -input=false -no-color (bootstrap)',
  expect.stringMatching(/^aws s3 cp .*\/bootstrap\/terraform.tfstate$/),
  'terraform apply -input=false -no-color (cluster)',
  'terraform apply -input=false -no-color (access)',
  'helm upgrade --install external-secrets',
  'helm upgrade --install metrics-server',
  'helm upgrade --install reloader',
  'helm upgrade --install terrastage',
  'kubectl --namespace terrastage rollout',
  'users sync --user-pool-id eu-west-1_AbCdEf123',
];
