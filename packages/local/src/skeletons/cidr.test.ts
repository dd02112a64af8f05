import { checkValidations } from './__testUtils__/checkValidations';
import { compileRules } from './__testUtils__/compileRules';
import { readManifest } from './__testUtils__/readManifest';

jest.setTimeout(120_000);

/** Numbers that look random and are the same in each run (a linear congruential generator). */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function toText(address: number, prefix: number): string {
  const octets = [24, 16, 8, 0].map(shift => (address >>> shift) & 255);
  return `${octets.join('.')}/${prefix}`;
}

const FIRSTS = [0x0a000000, 0xac100000, 0xc0a80000, 0x08000000, 0xac000000];

function networks(count: number): { range: string; allowed: boolean }[] {
  const next = numbers(20);
  return Array.from({ length: count }, () => {
    const prefix = 14 + next(17);
    const random = (FIRSTS[next(FIRSTS.length)] | next(2 ** 24)) >>> 0;
    const mask = (0xffffffff << (32 - prefix)) >>> 0;
    const address = next(3) === 0 ? random : (random & mask) >>> 0;
    const isPrivate =
      address >>> 24 === 10 ||
      address >>> 20 === 0xac1 ||
      address >>> 16 === 0xc0a8;
    return {
      range: toText(address, prefix),
      allowed:
        isPrivate &&
        prefix >= 16 &&
        prefix <= 28 &&
        (address & ~mask) >>> 0 === 0,
    };
  });
}

describe('the range of a VPC', () => {
  const oneSubnet = {
    name: 'shop',
    zones: 1,
    public_subnets: false,
    database_subnets: false,
  };
  const tried = networks(2000);

  it('is tried with allowed and refused ranges alike', () => {
    const allowed = tried.filter(network => network.allowed).length;

    expect(allowed).toBeGreaterThan(200);
    expect(tried.length - allowed).toBeGreaterThan(200);
  });

  it('is allowed by the manifest just where it is private, /16 to /28 and without host bits', () => {
    const verdict = compileRules(readManifest('vpc'));

    const wrong = tried.filter(
      ({ range, allowed }) =>
        (verdict({ ...oneSubnet, cidr_block: range }).length === 0) !== allowed,
    );

    expect(wrong).toEqual([]);
  });

  it('is allowed by Terraform just there, too', async () => {
    const cases = tried.slice(0, 200).map(({ range, allowed }) => ({
      variables: { ...oneSubnet, cidr_block: range },
      refused: allowed ? undefined : 'cidr_block',
    }));

    const failures = await checkValidations('vpc', cases);

    expect(failures).toEqual([]);
  });
});
