import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The only IPv6 addresses that are assigned to the public internet: https://www.iana.org/assignments/ipv6-address-space */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Public by its number, but inside a cloud it answers with secrets: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const CLOUD_SERVICES: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether an IP address belongs to the public internet. Addresses that carry another one (IPv4-mapped, NAT64, 6to4, Teredo)
 * are not public: a router may unwrap them to an internal one. Anything that is no IP address is not public either.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || CLOUD_SERVICES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed instanceof ipaddr.IPv6 && parsed.match(PUBLIC_IPV6));
}
