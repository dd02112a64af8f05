import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import type { Caller } from './Caller';

/** Milliseconds for which a user's groups, and that the catalog has the user, are not asked for again. */
const KNOWN_FOR = 30_000;
const MOST_KNOWN = 10_000;

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
  /** What each user owns, by the user's entity ref in lower case. */
  private readonly known: LRUCache<string, readonly string[]>;

  constructor(private readonly options: CallerServiceOptions) {
    this.known = new LRUCache({
      max: MOST_KNOWN,
      ttl: KNOWN_FOR,
      ttlResolution: 0,
      perf: { now: () => options.now().getTime() },
    });
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
    const { auth, admins } = this.options;
    if (auth.isPrincipal(credentials, 'service')) {
      return { type: 'service', subject: credentials.principal.subject };
    }
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only users and services may ask');
    }
    const { userEntityRef, actor } = credentials.principal;
    const ref = userEntityRef.toLowerCase();
    const owners =
      this.known.get(ref) ?? (await this.readOwners(ref, credentials));
    return {
      type: 'user',
      ref,
      owners,
      admin: owners.some(owner => admins.includes(owner)),
      via: actor?.subject,
    };
  }

  private async readOwners(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<readonly string[]> {
    const { auth, catalog, userInfo } = this.options;
    const user = await catalog.getEntityByRef(ref, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (user?.kind !== 'User') {
      throw new NotAllowedError(
        `${ref} is not a user in the catalog: ask the platform team to add you`,
      );
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const owners = [
      ...new Set([ref, ...ownershipEntityRefs.map(r => r.toLowerCase())]),
    ];
    this.known.set(ref, owners);
    return owners;
  }
}
