import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { JiraParked, jiraErrorCodes } from "#lib/desks/jira/http/errors.ts";
import { openJira } from "#lib/desks/jira/open-jira.ts";
import type { Misbehaviour } from "#tests/support/fake-jira/faults.ts";
import { connect, desk, refusalOf } from "./connect.ts";

const small = (timeMs = 30_000) => ({ limits: { timeMs, bytes: 1024 * 1024 } });
const status = (code: number, headers: Record<string, string> = {}): Misbehaviour => ({
  kind: "status",
  status: code,
  headers,
});

describe("a request that fails once", () => {
  it.each<[string, Misbehaviour, number]>([
    ["with too many requests and a time", status(429, { "retry-after": "12" }), 12_000],
    ["with too many requests and no time", status(429), 500],
    ["out of order", status(503), 500],
    ["out of order with a time", status(503, { "retry-after": "3" }), 3000],
    ["behind a proxy", status(502), 500],
    ["with half of its JSON", { kind: "cut" }, 500],
    ["with a connection that ends in the middle", { kind: "drop" }, 500],
    ["with a connection that ends at once", { kind: "reset" }, 500],
    ["too slowly", { kind: "slow", ms: 60_000 }, 500],
  ])("%s is tried again", async (_, as, pause) => {
    const { jira, fake, pauses } = await connect(
      { tickets: 4 },
      small(as.kind === "slow" ? 3000 : 30_000),
    );
    fake.misbehave({ on: "count", as });
    expect(await jira.countIssues(desk)).toBe(4);
    expect(pauses).toEqual([pause]);
  });

  it("of a compressed answer cut in the middle is tried again", async () => {
    const { jira, fake, pauses } = await connect({ tickets: 50 });
    fake.misbehave({ on: "search", as: { kind: "drop" } });
    const first = await jira.pages(desk).next();
    expect(first.value?.issues).toHaveLength(50);
    expect(pauses).toHaveLength(1);
  });
});

describe("a request that keeps failing", () => {
  it.each<[string, Misbehaviour, string, number]>([
    ["too many requests", status(429), "too-many", 5],
    ["out of order", status(500), "unavailable", 5],
    ["cut", { kind: "cut" }, "cut", 5],
    ["reset", { kind: "reset" }, "unreachable", 5],
    ["slow", { kind: "slow", ms: 60_000 }, "slow", 5],
    ["unauthorised", status(401), "unauthorised", 1],
    [
      "unauthorised though it says 200",
      status(200, { "x-seraph-loginreason": "AUTHENTICATED_FAILED" }),
      "unauthorised",
      1,
    ],
    [
      "a captcha",
      status(403, { "x-authentication-denied-reason": "CAPTCHA_CHALLENGE; login-url=x" }),
      "captcha",
      1,
    ],
    ["forbidden", status(403), "forbidden", 1],
    ["gone", status(410), "gone", 1],
    ["a sign-in page", { kind: "page" }, "not-jira", 1],
    [
      "JSON of something else",
      { kind: "status", status: 200, body: '{"hello":"world"}' },
      "not-jira",
      1,
    ],
    ["something unheard of", status(418), "refused", 1],
    ["too long", { kind: "long", bytes: 2_000_000 }, "too-large", 1],
    [
      "leading elsewhere",
      { kind: "redirect", to: "https://elsewhere.example.com/rest/api/3/field" },
      "elsewhere",
      1,
    ],
    [
      "leading to itself",
      { kind: "redirect", to: "/rest/api/3/search/approximate-count" },
      "elsewhere",
      4,
    ],
  ])("with %s is given up in words", async (_, as, key, requests) => {
    const isSlow = as.kind === "slow";
    const { jira, fake, pauses } = await connect({ tickets: 4 }, small(isSlow ? 200 : 30_000));
    fake.misbehave({ on: "count", times: 99, as });
    expect(await refusalOf(jira.countIssues(desk))).toMatchObject({
      key,
      params: { host: fake.host },
    });
    // On a busy machine the time may be over before a request has arrived: what was tried is known here.
    expect(isSlow ? pauses.length + 1 : fake.requests.length).toBe(requests);
  });

  it("parks the job when it is asked to wait for longer than a quarter of an hour", async () => {
    const now = new Date("2026-11-22T06:00:00Z");
    const { jira, fake, pauses } = await connect({}, { now: () => now });
    fake.misbehave({ on: "any", as: status(429, { "retry-after": "3600" }) });
    const failure = await jira.countIssues(desk).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(JiraParked);
    expect(failure).toMatchObject({
      key: "jiraErrors.parked",
      until: new Date("2026-11-22T07:00:00Z"),
    });
    expect(pauses).toEqual([]);
  });

  it("parks it too when the pauses add up to that", async () => {
    const { jira, fake, pauses } = await connect();
    fake.misbehave({ on: "any", times: 9, as: status(429, { "retry-after": "400" }) });
    expect(await refusalOf(jira.countIssues(desk))).toMatchObject({ key: "parked" });
    expect(pauses).toEqual([400_000, 400_000]);
  });

  it("ends at once when its job ends", async () => {
    const stop = new AbortController();
    const { jira, fake } = await connect({}, { signal: stop.signal });
    fake.misbehave({ on: "any", as: { kind: "slow", ms: 30_000 } });
    const refused = expect(jira.countIssues(desk)).rejects.toThrow("The job ends");
    await expect.poll(() => fake.requests).toHaveLength(1);
    stop.abort(new Error("The job ends"));
    await refused;
  });

  it("does not stop those after it", async () => {
    const { jira, fake } = await connect({ tickets: 4, delayMs: 30 });
    fake.misbehave({ on: "field", as: status(403) });
    const [fields, count] = await Promise.allSettled([
      jira.discoverFields(),
      jira.countIssues(desk),
    ]);
    expect([fields.status, count.status]).toEqual(["rejected", "fulfilled"]);
    expect(fake.busiest()).toBe(1);
  });
});

describe("credentials", () => {
  it("are basic or a bearer's, and their withdrawal is told", async () => {
    const { fake } = await connect();
    const auth = { kind: "bearer", token: fake.account.token } as const;
    const jira = openJira({ siteUrl: fake.url, kind: "cloud", auth, privateHosts: [fake.host] });
    expect(await jira.timeZone()).toBe("Europe/Paris");
    fake.setValid(false);
    expect(await refusalOf(jira.myself())).toEqual({
      key: "unauthorised",
      params: { host: fake.host, status: 401, said: "Unauthorized" },
    });
  });

  it("never go to another host, nor do they stand in an error", async () => {
    const heard: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      heard.push(request.headers.authorization);
      response.end("{}");
    });
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const host = `127.0.0.1:${port}`;
    const { jira, fake } = await connect();
    fake.misbehave({ on: "any", as: { kind: "redirect", to: `http://${host}/rest/api/3/myself` } });
    const failure = await jira.myself().catch((error: unknown) => error);
    expect(failure).toMatchObject({ key: "jiraErrors.elsewhere", params: { other: host } });
    expect(heard).toEqual([]);
    expect(JSON.stringify([failure, String(failure)])).not.toContain(fake.account.token);
  });

  it("follow the site's own redirects", async () => {
    const { jira, fake } = await connect();
    fake.misbehave({ on: "any", as: { kind: "redirect", to: "/rest/api/3/myself" } });
    expect((await jira.myself()).displayName).toBe("Louise Pelletier");
  });
});

describe("an address", () => {
  const auth = { kind: "bearer", token: "t" } as const;
  const open =
    (siteUrl: string, privateHosts: string[] = []) =>
    () =>
      openJira({ siteUrl, kind: "cloud", auth, privateHosts });

  it.each(["", "desk", "ftp://desk.example.com", "https://me:secret@desk.example.com"])(
    "%s is none of a Jira",
    (url) => {
      expect(open(url)).toThrow("jiraErrors.address");
    },
  );

  it("without encryption is refused outside one's own network", () => {
    expect(open("http://desk.example.com")).toThrow("jiraErrors.insecure");
    expect(open("http://desk.example.com", ["desk.example.com"])).not.toThrow();
  });

  it.each([
    "https://127.0.0.1:1",
    "https://localhost:1",
    "https://[::1]:1",
    "https://169.254.169.254",
    "https://0x7f.1:1",
  ])("%s inside a private network is not gone to unless it was listed", async (url) => {
    expect(await refusalOf(open(url)().myself())).toMatchObject({ key: "private-address" });
  });

  it("that was listed is gone to", async () => {
    const jira = openJira({
      siteUrl: "https://127.0.0.1:1",
      kind: "cloud",
      auth,
      privateHosts: ["127.0.0.1:1"],
      sleep: async () => {},
    });
    expect(await refusalOf(jira.myself())).toMatchObject({
      key: "unreachable",
      params: { reason: "ECONNREFUSED" },
    });
  });

  it("has its path before Jira's", async () => {
    const asked: string[] = [];
    const fetch = async (url: URL) => {
      asked.push(url.href);
      return new Response('{"displayName":"x"}');
    };
    await openJira({
      siteUrl: "https://desk.example.com/jira/",
      kind: "server",
      auth,
      fetch,
    }).myself();
    expect(asked).toEqual(["https://desk.example.com/jira/rest/api/2/myself"]);
  });
});

describe("every trouble", () => {
  it.each(["en", "fr"])("has its sentence in %s", (language) => {
    const path = new URL(
      `../../../../lib/i18n/messages/${language}/jira-errors.json`,
      import.meta.url,
    );
    expect(Object.keys(JSON.parse(readFileSync(path, "utf8"))).sort()).toEqual(
      [...jiraErrorCodes].sort(),
    );
  });
});
