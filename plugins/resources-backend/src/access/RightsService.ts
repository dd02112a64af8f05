import type {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  resourceReadPermission,
  resourcesPermissions,
  runCancelPermission,
} from '@terrastage/plugin-resources-common';
import {
  resourceFactsRef,
  runFactsRef,
} from '@terrastage/plugin-resources-node';
import { SCAFFOLDER } from './Caller';
import { PolicyRights, type Rulesets } from './PolicyRights';
import type { Rights } from './Rights';

export interface RightsServiceOptions {
  auth: AuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/** Asks the portal's permission policy. */
export class RightsService {
  private readonly rulesets: Rulesets;

  constructor(private readonly options: RightsServiceOptions) {
    const { permissionsRegistry } = options;
    this.rulesets = {
      resource: permissionsRegistry.getPermissionRuleset(resourceFactsRef),
      run: permissionsRegistry.getPermissionRuleset(runFactsRef),
    };
  }

  /**
   * Everything that the policy has to say of somebody, in one request.
   *
   * @throws ResponseError when the policy can't be asked: then nobody may do anything.
   */
  async of(credentials: BackstageCredentials): Promise<Rights> {
    const { auth, permissions } = this.options;
    const decisions = await permissions.authorizeConditional(
      resourcesPermissions.map(permission => ({ permission })),
      { credentials },
    );
    const subject = auth.isPrincipal(credentials, 'service')
      ? credentials.principal.subject
      : undefined;
    return new PolicyRights(
      new Map(
        resourcesPermissions.flatMap(({ name }, index) =>
          subject === undefined || isForServices(name, subject)
            ? [[name, decisions[index]]]
            : [],
        ),
      ),
      this.rulesets,
    );
  }
}

/**
 * Backstage asks no policy about its services, but allows them everything that their tokens are not restricted from.
 * Here they only read, since what is made, changed or destroyed has a person who asked for it; the scaffolder also
 * cancels, for a person whose login has ended.
 */
function isForServices(permission: string, subject: string): boolean {
  return (
    permission === resourceReadPermission.name ||
    (permission === runCancelPermission.name && subject === SCAFFOLDER)
  );
}
