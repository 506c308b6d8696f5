import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { isOwnHost, isOwnOrigin, ownAddress } from "#lib/door/own-address.ts";
import { responseHeaders } from "#lib/door/response-headers.ts";
import { beginVisit, type Visit } from "#lib/door/visit.ts";
import { env } from "#lib/env.ts";

// Node tells of each request before anybody answers it. What is then known of it, its sender can't have made up.

const arrival = z.object({
  request: z.instanceof(IncomingMessage),
  response: z.instanceof(ServerResponse),
});

/** Where it came from, for those who count: the network address, or what a trusted proxy says that was. */
export const ADDRESS = "x-tribune-address";
/** Why a request was turned away, for the route that says so: a status. */
export const TURNED_AWAY = "x-tribune-turned-away";

/** Looks at whatever arrives in this process from now on. */
export function watchArrivals(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = arrival.parse(message);
    const own = ownAddress();
    const visit: Visit = { id: crypto.randomUUID() };
    beginVisit(visit);
    for (const [name, value] of Object.entries(responseHeaders(own)))
      response.setHeader(name, value);
    response.setHeader("X-Request-Id", visit.id);
    const refusal = refusalOf(request, own);
    if (refusal) request.url = "/turned-away";
    if (isForPage(request)) blameSender(response, visit);
    Object.assign(request.headers, {
      [ADDRESS]: addressOf(request),
      [TURNED_AWAY]: String(refusal ?? ""),
      // The address that people type is a setting, whatever the one who asks says.
      "x-forwarded-proto": own.protocol.slice(0, -1),
    });
    delete request.headers["x-forwarded-host"];
    delete request.headers.forwarded;
  });
}

/** The status with which it is turned away: it is for somebody else, from somebody else's page, or can't be read. */
function refusalOf(request: IncomingMessage, own: URL): 400 | 403 | 421 | null {
  const { url = "", headers } = request;
  // Whoever watches over us asks for our health by a network address.
  if (/^\/api\/health(\/|\?|$)/.test(url)) return null;
  if (!isOwnHost(headers.host, own)) return 421;
  if (!isReadable(url)) return 400;
  return isForPage(request) && !isOwnOrigin(headers.origin ?? null, own) ? 403 : null;
}

function isReadable(url: string): boolean {
  try {
    return url.startsWith("/") && decodeURIComponent(url.split("?")[0] ?? "") !== "";
  } catch {
    return false;
  }
}

/** Whether it is sent to a page, which takes server actions and nothing else. */
function isForPage({ method, url = "" }: IncomingMessage): boolean {
  return method !== "GET" && method !== "HEAD" && !/^\/(api|scim|turned-away)(\/|\?|$)/.test(url);
}

/** Next takes what it can't read for a failure of ours. As long as no action has begun, it is the sender's. */
function blameSender(response: ServerResponse, visit: Visit): void {
  const write = response.writeHead.bind(response);
  Reflect.set(response, "writeHead", (status: number, ...rest: unknown[]) =>
    Reflect.apply(write, response, [status >= 500 && !visit.hasBegun ? 400 : status, ...rest]),
  );
}

function addressOf({ headers, socket }: IncomingMessage): string {
  const forwarded = env().TRIBUNE_TRUST_PROXY === "1" ? headers["x-forwarded-for"] : undefined;
  return (
    String(forwarded ?? "")
      .split(",")
      .at(-1)
      ?.trim() ||
    (socket.remoteAddress ?? "")
  );
}
