export { startLocalAws } from '../aws/startLocalAws';
export type { LocalAws, LocalAwsOptions } from '../aws/startLocalAws';
export { stateBucket } from '../aws/stateBucket';
export {
  localAwsEnv,
  LOCAL_AWS_ACCOUNT,
  LOCAL_AWS_REGION,
} from '../aws/localAwsEnv';
export { startLocalKubernetes } from '../kubernetes/startLocalKubernetes';
export type {
  LocalKubernetes,
  LocalKubernetesOptions,
} from '../kubernetes/startLocalKubernetes';
export { startPostgres } from '../postgres/startPostgres';
export type { Postgres, PostgresOptions } from '../postgres/startPostgres';
export { findTerraform } from '../terraform/findTerraform';
export type { Terraform } from '../terraform/findTerraform';
export { terraformCliConfig } from '../terraform/terraformCliConfig';
export type { CliConfig } from '../terraform/terraformCliConfig';
export { findChromium } from '../browser/findChromium';
export { createProgress } from '../progress/createProgress';
export { startTerrastage } from '../start/startTerrastage';
export type { Started, StartOptions } from '../start/startTerrastage';
export { startLocalCognito } from '../cognito/startLocalCognito';
export type {
  LocalCognito,
  LocalCognitoOptions,
} from '../cognito/startLocalCognito';
export { seedPeople } from '../cognito/seedPeople';
export type { SeededPerson } from '../cognito/seedPeople';
export { Browser } from '../cognito/Browser';
export { logIn, LogInError } from '../login/logIn';
export type { LogInOptions, Session } from '../login/logIn';
export { restartPortal } from '../start/restartPortal';
export { freePort } from '../system/freePort';
export { tempDir } from '../system/tempDir';
export type { TempDir } from '../system/tempDir';
export { createWorkspace } from '../templates/workspace/createWorkspace';
export type { Workspace } from '../templates/workspace/createWorkspace';
export { planWorkspace } from '../templates/workspace/planWorkspace';
export type { WorkspacePlan } from '../templates/workspace/planWorkspace';
export { readState } from '../templates/workspace/readState';
export type { WorkspaceState } from '../templates/workspace/readState';
export { securityFindings } from '../templates/rules/securityFindings';
export { runProgram } from '../system/runProgram';
export { awsRest } from './awsRequest';
export { extractFile } from '../system/extractFile';
export { repositoryRoot } from '../system/paths';
export { checkPodSecurity } from '../kubernetes/admission';
export { buildBundle } from '../build/buildBundle';
export { buildRunner } from '../start/steps/buildRunner';
export { fakeProgram } from './fakeProgram';
export { fileServer } from './fileServer';
export type { FileServer } from './fileServer';
export { zipOf } from './zipOf';
