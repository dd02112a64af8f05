export type AddedService = {
  service: string;
  stores: string[];
  environments: string[];
};

/** What the template of one more service adds to a repository, written down so that nothing gets in or is lost unnoticed. */
export function expectedServiceFiles(added: AddedService): string[] {
  const { service, stores, environments } = added;
  const when = (store: string, file: string) =>
    stores.includes(store) ? [file] : [];
  return [
    `.github/workflows/${service}.yml`,
    ...[
      'deployment',
      'externalsecret',
      'hpa',
      'ingress',
      'kustomization',
      'networkpolicy',
      'pdb',
      'secretstore',
      'service',
      'serviceaccount',
    ].map(name => `gitops/base/${service}/${name}.yaml`),
    ...environments.flatMap(environment => [
      `gitops/environments/${environment}/${service}/kustomization.yaml`,
      `gitops/environments/${environment}/applications/${service}.yaml`,
    ]),
    ...[
      'README.md',
      'catalog-info.yaml',
      'compose.yaml',
      'openapi.json',
      'package.json',
      'src/config.ts',
      'src/index.ts',
      'src/main.ts',
      `src/${service}Service.ts`,
      'src/stores/Stores.ts',
      'src/stores/storesRoute.ts',
      ...when('postgres', 'migrations/0001_begin.sql'),
      ...when('sqs', 'src/stores/openQueue.ts'),
      ...when('dynamodb', 'src/stores/openTable.ts'),
    ].map(file => `services/${service}/${file}`),
    `terraform/service_${service}.tf`,
    `tests/${service}.test.ts`,
  ].sort();
}
