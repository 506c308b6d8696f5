import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "#app/api/webhooks/jira/[source]/route.ts";
import type { Database } from "#lib/db.ts";
import { saveSourceInput } from "#lib/desks/schema.ts";
import {
  disconnectSource,
  pauseSource,
  resumeSource,
  saveSource,
} from "#lib/desks/writes/commands.ts";
import { largestEventBytes } from "#lib/desks/writes/events/receive-event.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { type FakeJira, startFakeJira } from "#tests/support/fake-jira/server.ts";
import { issueEvent, signatureOf } from "#tests/support/fake-jira/webhooks.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { connectTo, webhookSecret } from "./connected.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let fake: FakeJira;
let other: FakeJira;
let source: string;
let unsigned: string;
let body: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
  fake = await startFakeJira({ tickets: 3 });
  other = await startFakeJira({ tickets: 3 });
  process.env.TRIBUNE_PRIVATE_HOSTS = `${fake.host},${other.host}`;
  source = await connectTo(fake, cast.ines, { name: "Support" });
  unsigned = await connectTo(other, cast.ines, { name: "Without a secret", webhookSecret: "" });
  const [ticket] = fake.site.all();
  if (!ticket) throw new Error("no ticket");
  body = issueEvent("updated", ticket, { base: fake.url, server: false });
  return async () => {
    await fake.close();
    await other.close();
  };
});

beforeEach(async () => {
  await database.webhookEvent.deleteMany();
});

type Sent = {
  to?: string;
  text?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};

async function send({ to = source, text = body, headers = {} }: Sent): Promise<number> {
  const request = new Request(`http://tribune.example/api/webhooks/jira/${to}`, {
    method: "POST",
    body: text,
    headers,
  });
  const answer = await POST(request, { params: Promise.resolve({ source: to }) });
  return answer.status;
}

const signed = (text = body, secret = webhookSecret) => ({
  "x-hub-signature": signatureOf(text, secret),
});

const kept = () => database.webhookEvent.count();

test("a signed event is kept whole before it is answered", async () => {
  expect(await send({ headers: signed() })).toBe(200);
  const event = await database.webhookEvent.findFirstOrThrow();
  expect(event).toMatchObject({ sourceId: source, handledAt: null });
  expect(Buffer.from(event.body).toString()).toBe(body);
});

describe("nothing is kept, and all are answered alike, when", () => {
  const right = () => signed()["x-hub-signature"];
  test.each<[string, () => Sent]>([
    ["there is no signature", () => ({})],
    ["the signature is empty", () => ({ headers: { "x-hub-signature": "" } })],
    ["it was made with another secret", () => ({ headers: signed(body, "another secret") })],
    ["it was made over other bytes", () => ({ text: `${body} `, headers: signed() })],
    [
      "it is made by another method",
      () => ({ headers: { "x-hub-signature": `sha1=${"0".repeat(40)}` } }),
    ],
    ["it is cut", () => ({ headers: { "x-hub-signature": right().slice(0, -2) } })],
    ["it stands without its method", () => ({ headers: { "x-hub-signature": right().slice(7) } })],
    ["the source is unknown", () => ({ to: randomUUID(), headers: signed() })],
    ["the source is no id", () => ({ to: "1; DROP TABLE source", headers: signed() })],
    ["the source has no secret", () => ({ to: unsigned, headers: signed() })],
    ["the source has none, and none signed", () => ({ to: unsigned, headers: signed(body, "") })],
    ["the source takes files only", () => ({ to: cast.id.desk, headers: signed() })],
  ])("%s", async (_, sent) => {
    expect(await send(sent())).toBe(401);
    expect(await kept()).toBe(0);
  });
});

test("an event that is sent again is kept once, whatever name it comes under", async () => {
  for (let times = 0; times < 50; times += 1) {
    const named = { ...signed(), "x-atlassian-webhook-identifier": `event-${times}` };
    expect(await send({ headers: named })).toBe(200);
  }
  expect(await kept()).toBe(1);
});

test.each(["worklog_created", "project_deleted", "board_created", "user_updated", "__proto__"])(
  "an event that is never used is answered and not kept: %s",
  async (webhookEvent) => {
    const text = JSON.stringify({ timestamp: 1, webhookEvent, worklog: { id: "1" } });
    expect(await send({ text, headers: signed(text) })).toBe(204);
    expect(await kept()).toBe(0);
  },
);

test("what is signed and no JSON is refused for good", async () => {
  const text = body.slice(0, -10);
  expect(await send({ text, headers: signed(text) })).toBe(400);
  expect(await kept()).toBe(0);
});

test("a signature counts over bytes, whatever characters they make", async () => {
  const text = body.replace("Export", "Expórt \\u0000 日本");
  expect(await send({ text, headers: signed(text) })).toBe(200);
  expect(await kept()).toBe(1);
});

test("what is longer than Jira ever sends is refused while it arrives", async () => {
  const { status, given } = await sendMegabytes({ megabytes: 200, headers: signed() });
  expect(status).toBe(413);
  expect(given).toBeLessThan(largestEventBytes / 1024 / 1024 + 5);
});

test.each<[string, { to?: string; headers?: Record<string, string> }]>([
  ["nobody signed", {}],
  ["no source of ours can have signed", { to: randomUUID(), headers: signed("", "anything") }],
  ["comes for a source without a secret", { to: "unsigned", headers: signed("", "anything") }],
])("what %s is refused before it is read", async (_, { to, headers = {} }) => {
  const toSource = to === "unsigned" ? unsigned : to;
  const { status, given } = await sendMegabytes({ megabytes: 20, headers, to: toSource });
  expect(status).toBe(401);
  expect(given).toBeLessThan(3);
});

test("of many large bodies at once few are read, and small events get through beside them", async () => {
  const senders: ReadableStreamDefaultController<Uint8Array>[] = [];
  let read = 0;
  const many = 20;
  const slow = () =>
    new ReadableStream<Uint8Array>(
      {
        start: (sender) => void senders.push(sender),
        pull: (sender) => {
          read += 1;
          // No more than its first bytes come for now.
          if (read <= many) sender.enqueue(new Uint8Array(300 * 1024));
        },
      },
      { highWaterMark: 0 },
    );
  const answers = Array.from({ length: many }, () => sendStream(slow(), { headers: signed() }));
  // All have given their first bytes; two are asked for more.
  await vi.waitUntil(() => read === many + 2);
  expect(await send({ headers: signed() })).toBe(200);
  expect(read).toBe(many + 2);
  for (const sender of senders) sender.close();
  expect(new Set(await Promise.all(answers))).toEqual(new Set([401]));
});

test("what a paused source gets is kept, and waits", async () => {
  await pauseSource(cast.ines, { id: source }, newCall(new Date()));
  expect(await send({ headers: signed() })).toBe(200);
  expect(await kept()).toBe(1);
  await resumeSource(cast.ines, { id: source }, newCall(new Date()));
});

test("a new secret counts at once, and the one before no more", async () => {
  const secret = "a secret that was changed";
  const { version } = await database.source.findUniqueOrThrow({ where: { id: source } });
  expect(await send({ headers: signed() })).toBe(200);
  await changeSecret(source, version, secret);
  expect(await send({ headers: signed() })).toBe(401);
  expect(await send({ headers: signed(body, secret) })).toBe(200);
  await changeSecret(source, version + 1, webhookSecret);
});

test("once a source is disconnected its events are nobody's", async () => {
  expect(await send({ headers: signed() })).toBe(200);
  await disconnectSource(cast.ines, { id: source }, newCall(new Date()));
  expect(await kept()).toBe(0);
  expect(await send({ headers: signed() })).toBe(401);
  expect(await kept()).toBe(0);
});

/** Nothing says beforehand how long it is. */
async function sendStream(
  body: ReadableStream<Uint8Array>,
  { to = source, headers = {} }: Sent,
): Promise<number> {
  const init = { method: "POST", body, duplex: "half", headers };
  const request = new Request("http://tribune.example/", init);
  const answer = await POST(request, { params: Promise.resolve({ source: to }) });
  return answer.status;
}

async function sendMegabytes({ megabytes, ...sent }: Sent & { megabytes: number }) {
  let given = 0;
  const body = new ReadableStream({
    pull(stream) {
      given += 1;
      stream.enqueue(new Uint8Array(1024 * 1024));
      if (given === megabytes) stream.close();
    },
  });
  return { status: await sendStream(body, sent), given };
}

async function changeSecret(id: string, version: number, text: string) {
  const input = {
    ...{ id, version, name: "Support", kind: "jira-cloud", siteUrl: fake.url },
    ...{ account: fake.account.user, webhookSecret: text, admits: { projects: ["SAV"] } },
  };
  await saveSource(cast.ines, saveSourceInput.parse(input), newCall(new Date()));
}
