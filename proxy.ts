import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "#lib/door/response-headers.ts";
import { isProduction } from "#lib/env.ts";

/** Gives each page a nonce, which Next puts on its scripts. Guards nothing: every page and action does so itself. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, !isProduction());
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

// Not what takes large bodies, which Next would cut, nor files.
export const config = { matcher: "/((?!api/|scim/|_next/static/|icons/|manifest.webmanifest).*)" };
