import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../adapters/fetch/public-address.ts';

describe('a public address', () => {
  it.each(['1.1.1.1', '93.184.216.34', '8.8.8.8', '2606:4700::1111', '2a00:1450:4001:81b::200e'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.255', '169.254.169.254'],
    ...['172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.1'],
    ...['203.0.113.9', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::7f00:1', '::10.0.0.1', '::8.8.8.8', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1'],
    ...['64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '2002:808:808::'],
    ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '4000::1', '5f00::1'],
    ...['', 'localhost', 'example.org', '1.2.3', '0x7f.1', '2130706433', '[::1]', '1.1.1.1 ', '::ffff:0:127.0.0.1'],
  ])('is not %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is none of a private network, however the address is written', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const network = fc.constantFrom('10', '127', '192.168', '169.254', '0');
    fc.assert(
      fc.property(network, byte, byte, byte, (prefix, ...bytes) => {
        const address = [prefix, ...bytes].join('.').split('.').slice(0, 4).join('.');
        for (const form of [address, `::ffff:${address}`, `::${address}`, `64:ff9b::${address}`])
          expect(isPublicAddress(form)).toBe(false);
      }),
    );
  });
});
