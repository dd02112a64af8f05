import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Request } from 'express';
import type { Caller } from './Caller';
import { ExpiringSet } from './ExpiringSet';

/** Milliseconds for which a user that was found in the catalog is not asked for again. */
const KNOWN_FOR = 30_000;

export interface CallerServiceOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  catalog: CatalogService;
  /** Entity refs, lower case. */
  admins: readonly string[];
  now: () => Date;
}

/** Says who a request comes from. */
export class CallerService {
  private readonly known: ExpiringSet;

  constructor(private readonly options: CallerServiceOptions) {
    this.known = new ExpiringSet(KNOWN_FOR, options.now);
  }

  /**
   * @throws AuthenticationError (401) without credentials, NotAllowedError (403) for a user that the catalog doesn't
   * have: nobody gets a default identity.
   */
  async ofRequest(request: Request): Promise<Caller> {
    const credentials = await this.options.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    return this.ofCredentials(credentials);
  }

  private async ofCredentials(
    credentials: BackstageCredentials,
  ): Promise<Caller> {
    const { auth, userInfo, admins } = this.options;
    if (auth.isPrincipal(credentials, 'service')) {
      return { type: 'service', subject: credentials.principal.subject };
    }
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only users and services may ask');
    }
    const { userEntityRef, actor } = credentials.principal;
    const ref = userEntityRef.toLowerCase();
    await this.checkKnown(ref);
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const owners = [
      ...new Set([ref, ...ownershipEntityRefs.map(r => r.toLowerCase())]),
    ];
    return {
      type: 'user',
      ref,
      owners,
      admin: owners.some(owner => admins.includes(owner)),
      via: actor?.subject,
    };
  }

  private async checkKnown(ref: string): Promise<void> {
    if (this.known.has(ref)) {
      return;
    }
    const { auth, catalog } = this.options;
    const user = await catalog.getEntityByRef(ref, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (user?.kind !== 'User') {
      throw new NotAllowedError(
        `${ref} is not a user in the catalog: ask the platform team to add you`,
      );
    }
    this.known.add(ref);
  }
}
