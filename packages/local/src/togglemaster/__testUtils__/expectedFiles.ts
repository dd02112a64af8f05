import { runProgram } from '../../system/runProgram';
import { platformFolder } from './platformFolder';

const SERVICES = ['analytics', 'auth', 'evaluation', 'flag', 'targeting'];

/** Of an environment, written down here so that nothing gets in or is lost unnoticed. */
const ENVIRONMENT = (name: string) => [
  `gitops/environments/${name}/root.yaml`,
  `gitops/environments/${name}/shared/kustomization.yaml`,
  `gitops/environments/${name}/applications/shared.yaml`,
  ...SERVICES.flatMap(service => [
    `gitops/environments/${name}/${service}/kustomization.yaml`,
    `gitops/environments/${name}/applications/${service}.yaml`,
  ]),
  `terraform/environments/${name}.s3.tfbackend`,
  `terraform/environments/${name}.tfvars.json`,
];

/** The files of a rendered repository: what Git has of the skeleton, and the environments. */
export async function expectedFiles(environments: string[]): Promise<string[]> {
  const { stdout } = await runProgram(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard'],
    { cwd: platformFolder() },
  );
  const platform = stdout
    .trimEnd()
    .split('\n')
    .map(file => file.replace(/\.njk$/, ''));
  return [
    ...new Set([...platform, ...environments.flatMap(ENVIRONMENT)]),
  ].sort();
}
