import { BlockList, isIP, isIPv6 } from 'node:net'

/** Addresses that are not of the public internet: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890). */
const SPECIAL: readonly (readonly [net: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Loopback, unspecified, IPv4 in IPv6 and its translations: all of ::/8 and what else can stand for an IPv4 address.
  ['::', 8],
  ['64:ff9b::', 16],
  ['100::', 16],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
]

// One list for each kind: Node compares an IPv4 address with the nets of IPv6 too, in which ::/8 holds them all.
const special = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, prefix] of SPECIAL) {
  const kind = isIPv6(net) ? 'ipv6' : 'ipv4'
  special[kind].addSubnet(net, prefix, kind)
}

/** True for an IP address of the public internet; false for that of a machine or network of one's own, and for no address. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  const kind = isIPv6(plain) ? 'ipv6' : 'ipv4'
  return isIP(plain) > 0 && !special[kind].check(plain, kind)
}
