import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { hashPassword } from "#lib/auth/password.ts";
import { type Database, WEB } from "#lib/db.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { type Gate, gateTo, type Way } from "#tests/support/gate.ts";
import { signIn, trySignIn } from "#tests/support/sign-in.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { startWebServer, type WebServer } from "#tests/support/web-server.ts";

// The production build, and what its people are told while the database is away, held or full.

const password = "a password for tests";
let database: Database;
let address: string;
let gate: Gate;
let web: WebServer;
let insights: string[];
let louis: string;
let clara: string;
const lost = randomUUID();

beforeAll(async () => {
  database = await useDatabase();
  address = process.env.DATABASE_URL ?? "";
  const cast = await castOn(database);
  insights = await Promise.all(
    ["Rapport perdu", "Tournée en double", "Pas de place"].map((title) =>
      insightOn(database, cast.id.desk, { title }),
    ),
  );
  await database.person.updateMany({ data: { passwordHash: await hashPassword(password) } });
  gate = await gateTo(address);
  web = await startWebServer(gate.url);
  louis = await enter("louis.marchetti");
  clara = await enter("clara.vasseur");
  return async () => {
    gate.become("open");
    await web.stop();
    gate.close();
  };
});

const enter = (name: string) => signIn(web.url, { email: `${name}@soupape.example`, password });

const said = z.object({ error: z.object({ key: z.string() }) });
const acted = z.object({ answers: z.array(z.object({ ok: z.boolean() })) });

async function ask(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${web.url}${path}`, { headers, redirect: "manual" });
  const text = await response.text();
  return { status: response.status, again: response.headers.get("retry-after"), text };
}

/** A look at the list, as a browser in French. */
const look = () =>
  ask("/insights", { cookie: louis, accept: "text/html", "accept-language": "fr" });

/** One act: an insight sleeps for a month. */
async function act(cookie: string, insight: string | undefined, operationId = randomUUID()) {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const commands = [{ name: "insight.snooze", input: { ids: [insight], until }, operationId }];
  const response = await fetch(`${web.url}/api/commands`, {
    method: "POST",
    headers: { cookie, origin: web.url, "content-type": "application/json" },
    body: JSON.stringify({ commands }),
  });
  const body: unknown = await response.json();
  return { status: response.status, again: response.headers.get("retry-after"), body };
}

/** What the form is told is wrong. */
const wrongAtTheDoor = () =>
  trySignIn(web.url, { email: "ines.belkacem@soupape.example", password }).then(
    ({ error }) => error,
  );

const until = (status: number) =>
  vi.waitUntil(async () => (await ask("/api/health/ready")).status === status, { timeout: 60_000 });

const shut = ["closed", "silent"] as const satisfies Way[];

describe.each(shut)("while the database is %s", (way) => {
  beforeAll(async () => {
    gate.become(way);
    await until(503);
    return async () => {
      gate.become("open");
      await until(200);
    };
  });

  test("whoever watches is told why, and that the web server lives", async () => {
    const { key } = said.parse(JSON.parse((await ask("/api/health/ready")).text)).error;
    expect(key).toBe("database-away");
    expect((await ask("/api/health/live")).status).toBe(200);
  });

  test("a page says so in words, and when it asks again", async () => {
    const { status, again, text } = await look();
    expect([status, again]).toEqual([503, "3"]);
    expect(text).toContain("La base de données est injoignable en ce moment.");
    expect(text).toContain("Cette page réessaie toute seule.");
    expect(text).toContain('http-equiv="refresh"');
  });

  test("an act is refused for now, with nothing done", async () => {
    const { status, again, body } = await act(louis, insights[0]);
    expect([status, again]).toEqual([503, "3"]);
    expect(said.parse(body).error.key).toBe("database-away");
  });

  test("whoever signs in is told that nothing is wrong with their password", async () => {
    expect(await wrongAtTheDoor()).toBe("Busy");
  });
});

test("a database that is back answers as before, and what was refused for now is done", async () => {
  expect((await look()).status).toBe(200);
  expect((await act(louis, insights[0])).body).toMatchObject({ answers: [{ ok: true }] });
  expect(await wrongAtTheDoor()).toBeNull();
});

describe("while somebody holds an insight", () => {
  let holder: Client;
  beforeAll(async () => {
    holder = new Client({ connectionString: address });
    await holder.connect();
    await holder.query("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0");
  });
  afterEach(() => holder.query("ROLLBACK"));

  async function hold() {
    await holder.query("BEGIN");
    await holder.query("SELECT FROM insight WHERE id = $1 FOR UPDATE", [insights[0]]);
  }

  test("an act that needs it is refused for now", async () => {
    await hold();
    const { status, again, body } = await act(louis, insights[0]);
    expect([status, again]).toEqual([503, "2"]);
    expect(said.parse(body).error.key).toBe("busy");
  });

  test("one person's hundred and twenty acts that need it make nobody else wait", async () => {
    // For longer than anybody waits for a connection, so that those who hold all of them would show.
    await holder.query(
      `ALTER DATABASE ${new URL(address).pathname.slice(1)} SET lock_timeout = '1min'`,
    );
    await holder.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()",
      [WEB],
    );
    await expect.poll(async () => (await look()).status).toBe(200);
    await hold();
    const many = Array.from({ length: 120 }, () => act(louis, insights[0]));
    const other = await act(clara, insights[1]);
    expect((await ask("/insights", { cookie: clara })).status).toBe(200);
    expect(other.body).toMatchObject({ answers: [{ ok: true }] });
    await holder.query("ROLLBACK");
    const statuses = new Set((await Promise.all(many)).map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  });
});

describe("while its disk is full", () => {
  beforeAll(async () => {
    // What PostgreSQL says when it has no room: wherever something is written, and of a file beside memory.
    await database.$executeRaw`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`;
    for (const table of ["operation", "session", "sign_in_attempt"])
      await database.$executeRawUnsafe(
        `CREATE TRIGGER no_room BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION no_room()`,
      );
    return async () => {
      for (const table of ["operation", "session", "sign_in_attempt"])
        await database.$executeRawUnsafe(`DROP TRIGGER no_room ON ${table}`);
    };
  });

  test("an act is refused in words for now, with nothing done", async () => {
    const { status, again, body } = await act(louis, insights[2], lost);
    expect([status, again]).toEqual([503, "10"]);
    expect(said.parse(body).error.key).toBe("storage-full");
  });

  test("whoever signs in is told that nothing is wrong with their password", async () => {
    expect(await wrongAtTheDoor()).toBe("Busy");
  });

  test("who reads goes on", async () => {
    expect((await look()).status).toBe(200);
  });
});

test("once there is room again what was refused is done, by the same id", async () => {
  expect(acted.parse((await act(louis, insights[2], lost)).body).answers).toEqual([
    expect.objectContaining({ ok: true }),
  ]);
  expect(await wrongAtTheDoor()).toBeNull();
});
