import { outputsOf, type InstallContext } from '../InstallContext';
import type { StackName } from '../outputsSchemas';

type Variables = Record<string, unknown>;

/** Variables of each stack: from the settings, and from the outputs of the stacks before it. */
export const stackVariables: Record<
  StackName,
  (context: InstallContext) => Variables
> = {
  bootstrap: context => ({
    ...common(context),
    environments: environmentsHere(context),
    ...context.settings.stacks.bootstrap,
  }),
  cluster: context => ({
    ...common(context),
    hosted_zone_id: context.settings.hostedZoneId,
    domain_name: context.settings.domain,
    cluster_admin_role_arns: context.settings.adminRoleArns,
    ...context.settings.stacks.cluster,
  }),
  access: context => {
    const { settings } = context;
    const bootstrap = outputsOf(context, 'bootstrap');
    const cluster = outputsOf(context, 'cluster');
    return {
      ...common(context),
      oidc_issuer: cluster.oidc_issuer,
      user_pool_arn: cluster.login.user_pool_arn,
      secret_arns: [
        cluster.portal_secret_arn,
        cluster.database.secret_arn,
        ...Object.values(settings.secrets).map(({ arn }) => arn),
      ],
      state: {
        buckets: environmentsHere(context).map(
          name => bootstrap.state_buckets[name],
        ),
        kms_key_arn: bootstrap.kms_key_arn,
      },
      bucket_names: settings.bucketNames,
      resource_regions: settings.resourceRegions ?? [settings.region],
      ...settings.stacks.access,
    };
  },
};

function common({ settings }: Pick<InstallContext, 'settings'>): Variables {
  const { name, account, region } = settings;
  return { name, account, region };
}

/** Those whose resources are in the platform's own account. */
function environmentsHere({
  settings,
}: Pick<InstallContext, 'settings'>): string[] {
  return Object.entries(settings.environments)
    .filter(([, { account }]) => !account || account === settings.account)
    .map(([name]) => name);
}
