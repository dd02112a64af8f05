import { outputsOf, type InstallContext } from './InstallContext';
import { InstallError } from './InstallError';
import { mergeDeep } from './mergeDeep';

type Values = Record<string, unknown>;

/** Types whose skeleton makes roles: in each account they carry the boundary. */
const MAKES_ROLES = ['ec2-instance', 'vpc'];

/** Values of `deploy/gitops`: from what the stacks made, with those of the settings over them. */
export function platformValues(context: InstallContext): Values {
  const { settings, digests } = context;
  const cluster = outputsOf(context, 'cluster');
  const access = outputsOf(context, 'access');
  const { database, login, repositories } = cluster;
  const values: Values = {
    cluster: { name: cluster.cluster_name, region: settings.region },
    roles: { externalDns: access.external_dns_role_arn ?? '' },
    people: settings.people ?? { users: '', groups: '' },
    portal: {
      portal: {
        url: cluster.portal_url,
        image: { repository: repositories.portal, digest: digests?.portal },
        roleArn: access.portal_role_arn,
      },
      runners: {
        image: { repository: repositories.runner, digest: digests?.runner },
        roleArn: access.runner_role_arn,
        roleArns: access.template_role_arns,
      },
      resources: {
        environments: environmentsOf(context),
        costCenters: settings.costCenters,
      },
      database: {
        host: database.host,
        port: database.port,
        name: database.name,
        secretArn: database.secret_arn,
        cidrs: cluster.data_cidr_blocks,
      },
      login: {
        metadataUrl: login.metadata_url,
        clientId: login.client_id,
        url: login.url,
        userPoolId: login.user_pool_id,
      },
      secrets: {
        arn: cluster.portal_secret_arn,
        region: settings.region,
        roleArn: access.external_secrets_role_arn,
        environment: settings.secrets,
      },
      targetGroupBinding: { arn: cluster.target_group_arn },
      loadBalancerCidrs: cluster.load_balancer_cidr_blocks,
    },
  };
  return mergeDeep(values, settings.values);
}

function environmentsOf(context: InstallContext): Values {
  const { settings } = context;
  return Object.fromEntries(
    Object.entries(settings.environments).map(([name, environment]) => [
      name,
      isHere(environment, settings)
        ? mergeDeep(environmentHere(name, context), environment)
        : elsewhere(name, environment),
    ]),
  );
}

function isHere(
  { account }: { account?: string },
  settings: { account: string },
): boolean {
  return !account || account === settings.account;
}

function environmentHere(name: string, context: InstallContext): Values {
  const { settings } = context;
  const bootstrap = outputsOf(context, 'bootstrap');
  const boundary = outputsOf(context, 'access').made_boundary_arn;
  const bounded = {
    defaults: { permissions_boundary: boundary },
    limits: { permissions_boundary: { allowed: [boundary] } },
  };
  return {
    region: settings.region,
    account: settings.account,
    stateBucket: bootstrap.state_buckets[name],
    stateRegion: settings.region,
    kmsKeyId: bootstrap.kms_key_arn,
    resourceTypes: Object.fromEntries(MAKES_ROLES.map(type => [type, bounded])),
  };
}

function elsewhere(
  name: string,
  environment: InstallContext['settings']['environments'][string],
): Values {
  if (!environment.stateBucket || !environment.region) {
    throw new InstallError(
      `environments.${name} is in another account, and lacks its region or stateBucket`,
      'Apply deploy/terraform/bootstrap in that account, and name its outputs; deploy/README.md says more.',
    );
  }
  return environment;
}
