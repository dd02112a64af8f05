import { fillLinks } from './fillLinks';

const values = {
  name: 'receipts',
  region: 'sa-east-1',
  outputs: {
    url: { sensitive: false, value: 'a/b?c&d' },
    count: { sensitive: false, value: 3 },
    list: { sensitive: false, value: ['x'] },
    password: { sensitive: true },
  },
};

const fill = (url: string) => fillLinks([{ title: 'x', url }], values);

describe('fillLinks', () => {
  it('fills in name, region and outputs, URL-encoded', () => {
    expect(
      fill('https://x.com/{name}/{region}/{output.url}/{output.count}'),
    ).toEqual([
      {
        title: 'x',
        url: 'https://x.com/receipts/sa-east-1/a%2Fb%3Fc%26d/3',
      },
    ]);
  });

  it('keeps an icon', () => {
    const pattern = { title: 'x', url: 'https://x.com', icon: 'dashboard' };

    expect(fillLinks([pattern], values)).toEqual([pattern]);
  });

  it.each([
    'https://x.com/{output.missing}',
    'https://x.com/{output.password}',
    'https://x.com/{output.list}',
    'data:text/html,x',
    'file:///etc/passwd',
    '{output.url}',
  ])('leaves out %s', url => {
    expect(fill(url)).toEqual([]);
  });
});
