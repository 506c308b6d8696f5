import { expect, test } from "vitest";
import { isPrivateAddress } from "#lib/desks/jira/http/private-address.ts";

test.each([
  ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"],
  ...["100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1"],
  ...["::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1"],
  ...[
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
  ],
])("%s is inside", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each([
  "8.8.8.8",
  "172.32.0.1",
  "100.128.0.1",
  "104.192.141.1",
  "2606:4700::1111",
  "::ffff:8.8.8.8",
])("%s is outside", (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
