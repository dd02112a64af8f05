const PARTS = [
  ...'abz019',
  ...'..--',
  'xn--',
  'sthree-',
  'amzn-s3-demo-',
  '-s3alias',
  '--ol-s3',
  '.mrap',
  '--x-s3',
  '--table-s3',
  '192.168.5.4',
  '10.',
  'acme',
  'A',
  '_',
  ' ',
  'ç',
  'x'.repeat(30),
];

/** Names put together by chance out of what the rules are about: the same ones for the same seed. */
export function madeUpNames(count: number, seed: number): string[] {
  let state = seed;
  const next = (below: number) => {
    // A linear congruential generator (Numerical Recipes): chance enough, and repeatable.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(5) }, () => PARTS[next(PARTS.length)]).join(
      '',
    ),
  );
}
