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
import type { Caller, UserCaller } from './Caller';
import type { RightsService } from './RightsService';

/** Milliseconds for which a user's groups and rights, and that the catalog has the user, are not asked for again. */
const KNOWN_FOR = 30_000;
const MOST_KNOWN = 10_000;

export interface CallerServiceOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  catalog: CatalogService;
  rights: RightsService;
  now: () => Date;
}

type Known = Pick<UserCaller, 'owners' | 'rights'>;

interface Asking {
  readonly ref: string;
  readonly credentials: BackstageCredentials;
}

/** Says who a request comes from, and what they may do. */
export class CallerService {
  /** By the user's entity ref in lower case and by who asks on the user's behalf. */
  private readonly known: LRUCache<string, Known, Asking>;

  constructor(private readonly options: CallerServiceOptions) {
    this.known = new LRUCache({
      max: MOST_KNOWN,
      ttl: KNOWN_FOR,
      ttlResolution: 0,
      perf: { now: () => options.now().getTime() },
      // Many requests of one user at once look once.
      fetchMethod: (_key, _old, { context }) => this.read(context),
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
    const { auth, rights } = this.options;
    if (auth.isPrincipal(credentials, 'service')) {
      const { subject } = credentials.principal;
      return { type: 'service', subject, rights: await rights.of(credentials) };
    }
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Only users and services may ask');
    }
    const { userEntityRef, actor } = credentials.principal;
    const ref = userEntityRef.toLowerCase();
    const key = JSON.stringify([ref, actor?.subject]);
    const known = await this.known.forceFetch(key, {
      context: { ref, credentials },
    });
    return { type: 'user', ref, ...known, via: actor?.subject };
  }

  private async read({ ref, credentials }: Asking): Promise<Known> {
    const { auth, catalog, rights, userInfo } = this.options;
    const user = await catalog.getEntityByRef(ref, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (user?.kind !== 'User') {
      throw new NotAllowedError(
        `${ref} is not a user in the catalog: ask the platform team to add you`,
      );
    }
    const [{ ownershipEntityRefs }, decided] = await Promise.all([
      userInfo.getUserInfo(credentials),
      rights.of(credentials),
    ]);
    const owners = [
      ...new Set([ref, ...ownershipEntityRefs.map(r => r.toLowerCase())]),
    ];
    return { owners, rights: decided };
  }
}
