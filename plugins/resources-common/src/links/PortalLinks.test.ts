import { PortalLinks } from './PortalLinks';

describe('PortalLinks', () => {
  it('says where a resource and a run are', () => {
    const links = new PortalLinks('https://portal.example.com');

    expect(links.resource('r-1')).toBe(
      'https://portal.example.com/resources/r-1',
    );
    expect(links.run('run-1')).toBe(
      'https://portal.example.com/resources/runs/run-1',
    );
  });

  it('takes a base URL with a path and a slash at its end', () => {
    const links = new PortalLinks('https://example.com/portal/');

    expect(links.run('1')).toBe('https://example.com/portal/resources/runs/1');
  });

  it('lets no id lead to another page', () => {
    const links = new PortalLinks('https://portal.example.com');

    expect(links.resource('../catalog?x')).toBe(
      'https://portal.example.com/resources/..%2Fcatalog%3Fx',
    );
  });
});
