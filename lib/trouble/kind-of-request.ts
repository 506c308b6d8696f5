import type { IncomingMessage } from "node:http";

/**
 * What asks, which decides how it is told of trouble: a page that somebody looks at, a part of one that is changed in
 * its place, a form's action, or data for a script or another machine.
 */
export type Kind = "page" | "part" | "action" | "data";

export function kindOf({ url = "", method, headers }: Asking): Kind {
  const isRead = method === "GET" || method === "HEAD";
  // Whatever it is, somebody looks at what comes: sent back by a provider, or following a link to a file.
  if (isRead && headers["sec-fetch-mode"] === "navigate") return "page";
  if (/^\/(api|scim)\//.test(url)) return "data";
  if (!isRead) return "action";
  return headers.rsc === undefined ? "page" : "part";
}

type Asking = Pick<IncomingMessage, "url" | "method" | "headers">;

/** What needs nothing but us: files, the word on how we are, and a door that stays shut. */
export function isAsset(url = ""): boolean {
  return /^\/(_next\/|icons\/|manifest\.webmanifest|(api\/health|turned-away)(\/|\?|$))/.test(url);
}

/** Of sign-in: what asks the database nothing, and the password, whose form is told in next-auth's own way. */
export function tellsItself(url = ""): boolean {
  return /^\/api\/auth\/(csrf|providers|error|callback\/password)(\?|$)/.test(url);
}
