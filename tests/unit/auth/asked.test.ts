import { describe, expect, it } from "vitest";
import { askedOf, reasonOf } from "#app/api/auth/[...nextauth]/asked.ts";

const form = "application/x-www-form-urlencoded";
const at = "http://localhost:3000/api/auth/";

describe("Of the addresses of sign-in", () => {
  it.each([
    ["the form's token is given", "GET", "csrf", null, "", "csrf"],
    ["a password may be sent", "POST", "callback/password", form, "", "callback/password"],
    ["a password is not asked for", "GET", "callback/password", null, "", 404],
    [
      "a provider sends people back",
      "GET",
      "callback/company?code=1",
      null,
      "",
      "callback/company",
    ],
    ["its own pages are not there", "GET", "signin", null, "", 404],
    ["its own log takes nothing", "POST", "_log", form, "", 404],
    ["only forms are read", "POST", "callback/password", "application/json", "", 400],
    ["a goal is an address", "GET", "csrf?callbackUrl=%20", null, "", 400],
    ["a goal is an address of pages", "GET", "csrf?callbackUrl=javascript:1", null, "", 400],
    ["a goal may be told from our root on", "GET", "csrf?callbackUrl=/hand-in", null, "", "csrf"],
    ["a remembered goal is an address, too", "GET", "csrf", null, "http://[", 400],
  ])("%s", (_, method, what, contentType, callbackCookie, expected) => {
    expect(askedOf({ method, url: at + what, contentType, callbackCookie })).toBe(expected);
  });

  it("a reason goes on as a word alone", () => {
    expect(reasonOf(`${at}error?error=sign-in-unknown`)).toBe("sign-in-unknown");
    expect(reasonOf(`${at}error?error=a%0d%0aSet-Cookie:%20b`)).toBe("unknown");
    expect(reasonOf(`${at}error`)).toBe("unknown");
  });
});
