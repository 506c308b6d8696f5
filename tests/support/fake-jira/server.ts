import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import * as answers from "./answers.ts";
import { type Fault, faultList, type Misbehaviour, type Place } from "./faults.ts";
import { makeSite } from "./site.ts";

export type FakeOptions = {
  tickets?: number;
  kind?: "cloud" | "server";
  /** How long (ms) each answer takes. */
  delayMs?: number;
  /** Of the person whose token it is: the zone of times in queries. */
  timeZone?: string;
  port?: number;
};

export type FakeJira = Awaited<ReturnType<typeof startFakeJira>>;

type Logged = { method: string; path: string; query: string; body: string; authorization: string };

/**
 * A Jira of our own on the loopback, Cloud or Server, with a made-up service desk in it. It answers
 * as the real ones do, and as badly as it is told to.
 */
export async function startFakeJira(options: FakeOptions = {}) {
  const { kind = "cloud", timeZone = "Europe/Paris" } = options;
  const account = { user: "robot@soupape.example", token: "fake-token" };
  const site = makeSite(options.tickets ?? 25, timeZone);
  const faults = faultList();
  const requests: Logged[] = [];
  const state = { delayMs: options.delayMs ?? 0, valid: true, now: 0, busiest: 0, base: "" };

  const server = createServer(async (request, response) => {
    state.now += 1;
    state.busiest = Math.max(state.busiest, state.now);
    try {
      await handle(request, response);
    } finally {
      state.now -= 1;
    }
  });

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const began = performance.now();
    const url = new URL(request.url ?? "/", "http://fake");
    const body = await bodyOf(request);
    const authorization = request.headers.authorization ?? "";
    const { pathname: path } = url;
    requests.push({ method: request.method ?? "", path, query: url.search, body, authorization });
    const place = placeOf(path);
    const fault = faults.next(place);
    if (fault?.kind === "meanwhile") fault.happens();
    if (fault?.kind === "slow") await pause(fault.ms, undefined, { ref: false });
    if (fault && refuses(fault, response)) return;
    if (!isKnown(authorization))
      return send(response, request, 401, { errorMessages: ["Unauthorized"] });
    const asked = { path, query: url.searchParams, body: body === "" ? {} : JSON.parse(body) };
    if (fault?.kind === "expired-token" && asked.body.nextPageToken !== undefined) {
      return send(response, request, 400, { errorMessages: ["The nextPageToken has expired."] });
    }
    const { status, json } = answer(asked);
    // What it took to make the answer is part of how long answering takes.
    const rest = began + state.delayMs - performance.now();
    if (rest > 1) await pause(rest);
    const given =
      fault?.kind === "repeated-token" ? withToken(json, asked.body.nextPageToken) : json;
    if (fault?.kind === "cut" || fault?.kind === "drop")
      return half(response, given, fault.kind === "drop");
    send(response, request, status, given);
  }

  function answer(asked: answers.Asked): answers.Said {
    const dialect = { base: state.base, server: kind === "server", rich: kind === "cloud" };
    const context = { site, dialect, timeZone };
    const desk = /^\/rest\/servicedeskapi\/(.+)$/.exec(asked.path)?.[1];
    if (desk !== undefined) return answers.desk(context, asked, desk);
    const rest =
      new RegExp(`^/rest/api/${kind === "cloud" ? 3 : 2}/(.+)$`).exec(asked.path)?.[1] ?? "";
    if (rest === "myself") return answers.myself(context);
    if (rest === "field") return answers.fields();
    if (rest === "search" && kind === "server") return answers.searchServer(context, asked);
    if (rest === "search")
      return { status: 410, json: { errorMessages: ["The requested API has been removed."] } };
    if (rest === "search/jql" && kind === "cloud") return answers.searchCloud(context, asked);
    if (rest === "search/approximate-count" && kind === "cloud")
      return answers.count(context, asked);
    const [, id = "", part] = /^issue\/([^/]+)(?:\/(comment|changelog))?$/.exec(rest) ?? [];
    if (id === "") return { status: 404, json: { errorMessages: ["No such address"] } };
    if (part === "comment") return answers.comments(context, asked, decodeURIComponent(id));
    if (part === "changelog" && kind === "cloud")
      return answers.changelog(context, asked, decodeURIComponent(id));
    return answers.issue(context, asked, decodeURIComponent(id));
  }

  function isKnown(authorization: string): boolean {
    const basic = Buffer.from(`${account.user}:${account.token}`).toString("base64");
    return state.valid && [`Basic ${basic}`, `Bearer ${account.token}`].includes(authorization);
  }

  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  state.base = `http://127.0.0.1:${port}`;

  return {
    ...{ url: state.base, host: `127.0.0.1:${port}`, kind, account, site, requests },
    misbehave: (fault: Fault) => faults.add(fault),
    behave: () => faults.clear(),
    setDelay(ms: number) {
      state.delayMs = ms;
    },
    /** The account's token is withdrawn, or given back. */
    setValid(valid: boolean) {
      state.valid = valid;
    },
    /** The most requests it ever had under way at once. */
    busiest: () => state.busiest,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function placeOf(path: string): Place {
  if (/\/search(\/jql)?$/.test(path)) return "search";
  if (path.endsWith("/approximate-count")) return "count";
  if (path.startsWith("/rest/servicedeskapi/")) return "desk";
  const last = /\/(field|myself|comment|changelog)$/.exec(path)?.[1];
  if (last === "field" || last === "myself" || last === "comment" || last === "changelog")
    return last;
  return path.includes("/issue/") ? "issue" : "any";
}

/** Whether the misbehaviour was the whole answer. */
function refuses(fault: Misbehaviour, response: ServerResponse): boolean {
  if (fault.kind === "reset") {
    response.socket?.resetAndDestroy();
    return true;
  }
  if (fault.kind === "status") {
    response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
    response.end(fault.body ?? '{"errorMessages":["Something is wrong."]}');
    return true;
  }
  if (fault.kind === "redirect") {
    response.writeHead(302, { location: fault.to });
    response.end();
    return true;
  }
  if (fault.kind === "page") {
    response.writeHead(200, { "content-type": "text/html;charset=UTF-8" });
    response.end("<!DOCTYPE html><html><title>Log in</title></html>");
    return true;
  }
  if (fault.kind === "long") {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(`{"issues":[],"padding":"${"x".repeat(fault.bytes)}"}`);
    return true;
  }
  return false;
}

/** `drop`: as much was promised as there was, compressed where it is long; else the half looks like the whole. */
function half(response: ServerResponse, json: unknown, drop: boolean) {
  const text = Buffer.from(JSON.stringify(json));
  const zip = drop && text.length > 4096;
  const whole = zip ? gzipSync(text) : text;
  const part = whole.subarray(0, whole.length >> 1);
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": drop ? whole.length : part.length,
    ...(zip ? { "content-encoding": "gzip" } : {}),
  });
  if (drop) response.write(part, () => response.socket?.destroy());
  else response.end(part);
}

function withToken(json: unknown, token: unknown): unknown {
  return typeof json === "object" ? { ...json, nextPageToken: token ?? "again" } : json;
}

function send(response: ServerResponse, request: IncomingMessage, status: number, json: unknown) {
  const text = Buffer.from(JSON.stringify(json));
  const zip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "") && text.length > 4096;
  response.writeHead(status, {
    "content-type": "application/json;charset=UTF-8",
    ...(zip ? { "content-encoding": "gzip" } : {}),
  });
  response.end(zip ? gzipSync(text, { level: 1 }) : text);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
