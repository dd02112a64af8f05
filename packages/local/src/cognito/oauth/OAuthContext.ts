import type { PoolClient } from '../program/ensurePool';
import type { People } from '../program/People';
import type { Signer } from './createSigner';
import type { Sessions } from './Sessions';

/** What each endpoint of the login works with. */
export type OAuthContext = {
  url: string;
  issuer: string;
  client: PoolClient;
  people: People;
  sessions: Sessions;
  signer: Signer;
  now: () => Date;
  newId: () => string;
};
