export type AuthorizationRequest = {
  clientId: string;
  redirectUri: string;
  scope: string[];
  state?: string;
  nonce?: string;
  codeChallenge?: string;
};

/** A code on its way from the browser to the portal. */
export type Code = {
  username: string;
  request: AuthorizationRequest;
  authTime: Date;
};

/** What a refresh token stands for. */
export type Grant = {
  id: string;
  username: string;
  clientId: string;
  scope: string[];
  authTime: Date;
};

type Timed<T> = T & { expiresAt: number };

const MINUTES = 60_000;
// Cognito's: a code 5 minutes, a session of the login page one hour. A refresh
// token as long as the default of a pool's client.
const CODE_MS = 5 * MINUTES;
const BROWSER_MS = 60 * MINUTES;
const GRANT_MS = 30 * 24 * 60 * MINUTES;

/** Who is logged in; forgotten at the end of the process. */
export class Sessions {
  private readonly codes = new Map<string, Timed<Code>>();
  private readonly browsers = new Map<
    string,
    Timed<{ username: string; authTime: Date }>
  >();
  private readonly grants = new Map<string, Timed<Grant>>();
  private readonly now: () => Date;
  private readonly newId: () => string;

  constructor(options: { now: () => Date; newId: () => string }) {
    this.now = options.now;
    this.newId = options.newId;
  }

  addCode(code: Code): string {
    return this.add(this.codes, code, CODE_MS);
  }

  /** A code is good once. */
  takeCode(key: string): Code | undefined {
    const code = this.get(this.codes, key);
    this.codes.delete(key);
    return code;
  }

  addBrowser(username: string): string {
    const authTime = this.now();
    return this.add(this.browsers, { username, authTime }, BROWSER_MS);
  }

  getBrowser(key: string | undefined) {
    return key ? this.get(this.browsers, key) : undefined;
  }

  removeBrowser(key: string | undefined) {
    if (key) this.browsers.delete(key);
  }

  addGrant(grant: Omit<Grant, 'id'>): { token: string; grant: Grant } {
    const withId = { ...grant, id: this.newId() };
    return { token: this.add(this.grants, withId, GRANT_MS), grant: withId };
  }

  getGrant(token: string): Grant | undefined {
    return this.get(this.grants, token);
  }

  removeGrant(token: string) {
    this.grants.delete(token);
  }

  /** Whether access tokens of this grant are still good. */
  hasGrant(id: string): boolean {
    return [...this.grants.values()].some(grant => grant.id === id);
  }

  /** Ends all that somebody has open. */
  forget(username: string) {
    for (const store of [this.codes, this.browsers, this.grants]) {
      for (const [key, value] of store) {
        if (value.username === username) store.delete(key);
      }
    }
  }

  private add<T>(
    store: Map<string, Timed<T>>,
    value: T,
    milliseconds: number,
  ): string {
    const key = this.newId();
    const expiresAt = this.now().getTime() + milliseconds;
    store.set(key, { ...value, expiresAt });
    return key;
  }

  private get<T>(store: Map<string, Timed<T>>, key: string): T | undefined {
    const value = store.get(key);
    if (!value || value.expiresAt <= this.now().getTime()) return undefined;
    return value;
  }
}
