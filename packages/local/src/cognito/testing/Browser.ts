export type Page = {
  status: number;
  url: string;
  html: string;
  /** What role="alert" says. */
  alert?: string;
};

/** Follows links and sends forms as a browser does, until it is led elsewhere. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private current?: Page;

  constructor(private readonly home: string) {}

  /** @returns the page, or where the site leads back to */
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

  private async request(url: string, init: RequestInit): Promise<Page> {
    if (!url.startsWith(this.home)) {
      return { status: 0, url, html: '' };
    }
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(pair => pair.join('=')).join('; '),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split('=');
      this.cookies.set(name, value);
    }
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
