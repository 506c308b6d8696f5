import { isIPv6 } from "node:net";

/**
 * What one sender has to itself: an IPv4 address, or the /64 of an IPv6 one, of which everybody is given billions. What
 * is no address counts as one sender.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.toLowerCase().split("%");
  const old = /^::ffff:(\d+(?:\.\d+){3})$/.exec(plain);
  if (old?.[1]) return old[1];
  if (!isIPv6(plain)) return plain;
  // An address of the web shortens every way of writing it to the same one.
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const groups = (text: string | undefined) => (text ? text.split(":") : []);
  const left = groups(head);
  const right = groups(tail);
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return `${[...left, ...zeros, ...right].slice(0, 4).join(":")}::/64`;
}
