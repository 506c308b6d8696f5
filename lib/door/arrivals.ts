import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { isOwnHost, ownAddress } from "#lib/door/own-address.ts";
import { responseHeaders } from "#lib/door/response-headers.ts";
import { env } from "#lib/env.ts";

// Node tells of each request before anybody answers it. What is then known of it, its sender can't have made up.

const arrival = z.object({
  request: z.instanceof(IncomingMessage),
  response: z.instanceof(ServerResponse),
});

/** Where it came from, for those who count: the network address, or what a trusted proxy says that was. */
export const ADDRESS = "x-tribune-address";
export const REQUEST_ID = "x-request-id";

/** Looks at whatever arrives in this process from now on. */
export function watchArrivals(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = arrival.parse(message);
    const own = ownAddress();
    for (const [name, value] of Object.entries(responseHeaders(own)))
      response.setHeader(name, value);
    if (!isForUs(request, own)) request.url = "/misdirected";
    const id = crypto.randomUUID();
    response.setHeader(REQUEST_ID, id);
    request.headers[REQUEST_ID] = id;
    request.headers[ADDRESS] = addressOf(request);
    // The address that people type is a setting, whatever the one who asks says.
    delete request.headers["x-forwarded-host"];
    delete request.headers.forwarded;
    request.headers["x-forwarded-proto"] = own.protocol.slice(0, -1);
  });
}

/** Whoever watches over us asks for our health by a network address. */
function isForUs({ url = "", headers }: IncomingMessage, own: URL): boolean {
  return (
    /^\/api\/health(\/|\?|$)/.test(url) || (url.startsWith("/") && isOwnHost(headers.host, own))
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
