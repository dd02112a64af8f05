export type Page = {
  /** 0 for a page of another site, which is not opened. */
  status: number;
  url: string;
  html: string;
  /** What role="alert" says. */
  alert?: string;
};

/** Follows links and sends forms as a browser does, until it is led to a site that it does not know. */
export class Browser {
  // As in a browser, the sites on the ports of one machine share their cookies.
  private readonly cookies = new Map<string, string>();
  private current?: Page;

  /** @param homes - beginnings of the addresses that it opens */
  constructor(private readonly homes: string[]) {}

  /** @returns the page, or where the site leads to */
  async open(url: string): Promise<Page> {
    return this.request(url, { method: 'GET' });
  }

  /** Sends the form of the current page. */
  async submit(fields: Record<string, string>): Promise<Page> {
    const { html, url } = this.current!;
    const [, action] = /<form method="post" action="([^"]+)"/.exec(html)!;
    const hidden = [
      ...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g),
    ].map(([, name, value]) => [name, decode(value)]);
    return this.request(new URL(decode(action), url).toString(), {
      method: 'POST',
      body: new URLSearchParams({ ...Object.fromEntries(hidden), ...fields }),
    });
  }

  /** What a script of a page would send, with the cookies. */
  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        cookie: [...this.cookies].map(pair => pair.join('=')).join('; '),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const end = pair.indexOf('=');
      this.cookies.set(pair.slice(0, end), pair.slice(end + 1));
    }
    return response;
  }

  private async request(url: string, init: RequestInit): Promise<Page> {
    if (!this.homes.some(home => url.startsWith(home))) {
      return { status: 0, url, html: '' };
    }
    const response = await this.fetch(url, init);
    const location = response.headers.get('location');
    if (location) {
      return this.request(new URL(location, url).toString(), { method: 'GET' });
    }
    const html = await response.text();
    this.current = {
      status: response.status,
      url,
      html,
      alert: /role="alert">([^<]*)</.exec(html)?.[1],
    };
    return this.current;
  }
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
