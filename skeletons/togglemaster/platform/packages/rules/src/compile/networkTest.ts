import { BlockList, isIP } from 'node:net';
import type { ValueTest } from './compileTest.ts';

/** Whether an address lies in one of the networks; IPv4 in IPv6 form counts. */
export function networkTest(networks: string[]): ValueTest {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(
      address,
      prefix === undefined ? (family === 'ipv4' ? 32 : 128) : Number(prefix),
      family,
    );
  }
  return value => {
    if (typeof value !== 'string') return false;
    const version = isIP(value);
    return version !== 0 && list.check(value, version === 4 ? 'ipv4' : 'ipv6');
  };
}
