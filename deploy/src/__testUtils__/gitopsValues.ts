import { minimalValues } from './chartValues';

/** Of `deploy/gitops`: what has no default. */
export function gitopsValues() {
  return {
    repository: { url: 'https://github.com/acme/terrastage.git' },
    people: {
      users: 'https://github.com/acme/people/blob/main/users.yaml',
      groups: 'https://github.com/acme/people/blob/main/groups.yaml',
    },
    portal: minimalValues(),
  };
}

/** With every application. */
export function wholeGitopsValues() {
  return {
    ...gitopsValues(),
    cluster: {
      name: 'terrastage',
      region: 'eu-west-1',
      vpcId: 'vpc-0123456789abcdef0',
    },
    roles: {
      externalDns: 'arn:aws:iam::123456789012:role/terrastage-external-dns',
      loadBalancerController: 'arn:aws:iam::123456789012:role/load-balancers',
    },
    domains: ['example.com'],
    applications: {
      'load-balancer-controller': { enabled: true },
      ingress: { enabled: true },
      'external-dns': { enabled: true },
    },
  };
}
