import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { hasSecureCookies, knownBrowserCookie } from "#lib/auth/cookie.ts";
import { env } from "#lib/env.ts";

// A browser in which somebody has signed in says so, in a cookie that only we can make: whatever others try elsewhere,
// its owner is not kept waiting for it. It opens nothing.

const year = 31_536_000;
/** Those who share a browser. */
const mostPeople = 5;
/** Its seal opens nothing else that is sealed with the same secret. */
const salt = "known-browser";

const known = z.object({ browser: z.uuid(), people: z.array(z.uuid()).max(mostPeople) });

/** The browser's own id, when this person has signed in with it before; null otherwise. */
export async function browserKnownTo(personId: string): Promise<string | null> {
  const found = await readCookie();
  return found?.people.includes(personId) ? found.browser : null;
}

export async function rememberBrowser(personId: string): Promise<void> {
  const found = await readCookie();
  const people = [personId, ...(found?.people ?? []).filter((id) => id !== personId)];
  const token = { browser: found?.browser ?? randomUUID(), people: people.slice(0, mostPeople) };
  const value = await encode({ token, secret: secret(), salt, maxAge: year });
  (await cookies()).set(knownBrowserCookie(), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: hasSecureCookies(),
    path: "/api/auth",
    maxAge: year,
  });
}

async function readCookie() {
  const value = (await cookies()).get(knownBrowserCookie())?.value;
  if (!value) return null;
  const token = await decode({ token: value, secret: secret(), salt }).catch(() => null);
  return known.safeParse(token).data ?? null;
}

function secret(): string {
  return env().NEXTAUTH_SECRET ?? "";
}
