import { expect, it } from "vitest";
import { contentSecurityPolicy, responseHeaders } from "#lib/door/response-headers.ts";

it.each([
  ["behind https", "https://tribune.example.com", "max-age=63072000", "same-origin"],
  ["on this machine", "http://localhost:3000", undefined, "same-origin"],
  ["on a network in the clear", "http://tribune.local", undefined, undefined],
])("%s browsers are told what they may believe there", (_, address, transport, opener) => {
  const headers = responseHeaders(new URL(address));
  expect(headers["Strict-Transport-Security"]).toBe(transport);
  expect(headers["Cross-Origin-Opener-Policy"]).toBe(opener);
  expect(headers["Permissions-Policy"]).toContain("camera=()");
});

it("scripts run by their nonce alone", () => {
  const scripts = /script-src ([^;]*)/.exec(contentSecurityPolicy("bm9uY2U=", false))?.[1];
  expect(scripts).toBe("'nonce-bm9uY2U=' 'strict-dynamic'");
});
