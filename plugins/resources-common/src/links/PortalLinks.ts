/** Addresses of the portal's pages about resources and runs. */
export class PortalLinks {
  private readonly baseUrl: string;

  /** @param appBaseUrl - `app.baseUrl` of the configuration. */
  constructor(appBaseUrl: string) {
    this.baseUrl = appBaseUrl.replace(/\/+$/, '');
  }

  resource(id: string): string {
    return `${this.baseUrl}/resources/${encodeURIComponent(id)}`;
  }

  run(id: string): string {
    return `${this.baseUrl}/resources/runs/${encodeURIComponent(id)}`;
  }
}
