import "server-only";
import { type LookupAddress, lookup as systemLookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { isPrivateAddress } from "./private-address.ts";

export type FetchInit = {
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
};
export type Answer = { status: number; headers: Headers; body: AsyncIterable<Uint8Array> | null };
/** Follows no redirect. The platform's own fetch fits, with `redirect: "manual"`. */
export type Fetch = (url: URL, init: FetchInit) => Promise<Answer>;

/** The code of the error with which a private address is refused. */
export const privateAddressCode = "EPRIVATEADDRESS";

/**
 * A fetch that reaches no private address unless `mayBePrivate` says so of the host. The address is
 * judged where the connection is made, so a name cannot lead elsewhere between check and use.
 */
export function guardedFetch(mayBePrivate: (url: URL) => boolean): Fetch {
  const agents = {
    http: new http.Agent({ keepAlive: true }),
    https: new https.Agent({ keepAlive: true }),
  };
  return (url, init) => {
    const free = mayBePrivate(url);
    // A literal address is never looked up.
    const literal = url.hostname.replace(/^\[|\]$/g, "");
    if (!free && isIP(literal) !== 0 && isPrivateAddress(literal)) {
      return Promise.reject(refusal(literal));
    }
    return send(url, init, agents, free ? undefined : guardedLookup, true);
  };
}

type Agents = { http: http.Agent; https: https.Agent };

function send(
  url: URL,
  init: FetchInit,
  agents: Agents,
  lookup: LookupFunction | undefined,
  mayRepeat: boolean,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, headers, body, signal } = init;
    const options = {
      method,
      signal,
      headers: {
        ...headers,
        "accept-encoding": "gzip",
        ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
      },
      ...(lookup === undefined ? {} : { lookup }),
    };
    const request =
      url.protocol === "https:"
        ? https.request(url, { ...options, agent: agents.https })
        : http.request(url, { ...options, agent: agents.http });
    request.on("response", (response) => resolve(answerOf(response)));
    request.on("error", (error) => {
      // The other side had closed a kept connection: nothing of the request was read.
      const stale = request.reusedSocket && "code" in error && error.code === "ECONNRESET";
      if (stale && mayRepeat) resolve(send(url, init, agents, lookup, false));
      else reject(error);
    });
    request.end(body);
  });
}

function answerOf(response: http.IncomingMessage): Answer {
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const zipped = headers.get("content-encoding")?.toLowerCase() === "gzip";
  const body = zipped ? pipeline(response, createGunzip(), () => {}) : response;
  return { status: response.statusCode ?? 0, headers, body };
}

const guardedLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return callback(error, []);
    const inside = found.find(({ address }) => isPrivateAddress(address));
    if (inside) return callback(refusal(inside.address), []);
    if (options.all) return callback(null, found);
    callback(null, found[0]?.address ?? "", found[0]?.family);
  });
};

function refusal(address: string): Error {
  return Object.assign(new Error(`${address} is a private address`), { code: privateAddressCode });
}
