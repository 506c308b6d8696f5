import { beforeAll, describe, expect, test } from "vitest";
import { GET, POST } from "#app/api/quiet/route.ts";
import { runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { findQuiet, findWishes, listSilences } from "#lib/outbox/reads/silences.ts";
import { type Choice, silenceToken, silencingOf } from "#lib/outbox/silence-token.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let themeId: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test's own, long enough";
  database = await useDatabase();
  cast = await castOn(database);
  const input = { title: "Rapports", tribeId: cast.id.pla };
  const theme = await runCommand("theme.create", cast.louis, input, newCall(now));
  themeId = theme.id;
});

const address = (token: string, more = "") =>
  new Request(`http://localhost:3000/api/quiet?token=${encodeURIComponent(token)}${more}`);
const post = (token: string, more = "") =>
  POST(new Request(address(token, more), { method: "POST", body: "List-Unsubscribe=One-Click" }));

const isQuiet = async (token: string) => {
  const silencing = silencingOf(token);
  return silencing && (await findQuiet(silencing))?.isQuiet;
};

describe("the foot of a message", () => {
  const choices = (): [string, Choice][] => [
    ["a thing", ["thing", "theme", themeId]],
    ["a kind", ["kind", "mentioned"]],
    ["the digest, to once a week", ["digest", "weekly"]],
    ["the digest", ["digest", "never"]],
  ];

  test.each([0, 1, 2, 3])("silences by one click, and lets it be taken back", async (index) => {
    const [, choice = ["kind", "mentioned"]] = choices()[index] ?? [];
    const token = silenceToken(cast.bastien.id, choice);
    expect(await isQuiet(token)).toBe(false);
    expect((await post(token)).status).toBe(200);
    expect((await post(token)).status).toBe(200);
    expect(await isQuiet(token)).toBe(true);
    const recorded = await database.operation.findFirst({
      where: { actorId: cast.bastien.id },
      orderBy: { at: "desc" },
    });
    expect(recorded).toMatchObject({ via: "mail" });
    const answer = await post(token, "&from=page&again=1");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toContain("/quiet?token=");
    expect(await isQuiet(token)).toBe(false);
  });

  test("does nothing by being fetched", async () => {
    const token = silenceToken(cast.bastien.id, ["kind", "changed"]);
    const before = await database.operation.count();
    const answer = GET(address(token));
    expect(answer.status).toBe(303);
    expect(await isQuiet(token)).toBe(false);
    expect(await database.operation.count()).toBe(before);
  });

  test("opens nothing when a sign of it is otherwise, or its account is closed", async () => {
    const token = silenceToken(cast.yanis.id, ["kind", "changed"]);
    const another = token.replace(cast.yanis.id, cast.bastien.id);
    expect(silencingOf(another)).toBeNull();
    expect(silencingOf("")).toBeNull();
    expect((await post(another)).status).toBe(404);
    await database.person.update({ where: { id: cast.yanis.id }, data: { deactivatedAt: now } });
    expect((await post(token)).status).toBe(404);
    await database.person.update({ where: { id: cast.yanis.id }, data: { deactivatedAt: null } });
  });
});

test("one's settings say what is silenced, with its address while one may see it", async () => {
  await post(silenceToken(cast.clara.id, ["thing", "theme", themeId]));
  await post(silenceToken(cast.salome.id, ["thing", "theme", themeId]));
  expect(await listSilences(cast.clara)).toMatchObject([
    { kind: null, subjectKind: "theme", path: expect.stringContaining("/themes/") },
  ]);
  expect(await listSilences(cast.salome)).toMatchObject([{ subjectKind: "theme", path: null }]);
  expect(await findWishes(cast.clara)).toEqual({
    messages: "mail",
    digest: "weekdays",
    timeZone: null,
  });
});
