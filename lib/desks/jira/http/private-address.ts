import { BlockList, isIPv6 } from "node:net";

// What the registries of special-purpose addresses call not globally reachable, and the ways of
// writing such an address inside an IPv6 one. Mapped addresses (::ffff:10.0.0.1) are seen through.
const ipv4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"],
  ...["172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"],
  ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];
const ipv6 = [
  ...["::/128", "::1/128", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"],
  ...["2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
];

const blocked = new BlockList();
for (const [family, ranges] of [["ipv4", ipv4] as const, ["ipv6", ipv6] as const]) {
  for (const range of ranges) {
    const [network = "", bits = ""] = range.split("/");
    blocked.addSubnet(network, Number(bits), family);
  }
}

/** Whether an IP address leads into somebody's own network rather than to the internet. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, "");
  return blocked.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}
