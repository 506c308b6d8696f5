import { describe, expect, it } from "vitest";
import { startFrom } from "#lib/desks/jira/page-reads.ts";
import { all, connect, desk, idsOf, refusalOf } from "./connect.ts";

const kinds = ["cloud", "server"] as const;

describe.each(kinds)("all issues of a %s", (kind) => {
  it("come once each, oldest change first, and the next pull goes on from the newest", async () => {
    const { jira, fake } = await connect({ kind, tickets: 25 });
    const pages = await all(jira.pages(desk, startFrom(null), { pageSize: 10 }));
    const ids = idsOf(pages);
    expect(new Set(ids).size).toBe(25);
    if (kind === "cloud") expect(ids).toHaveLength(25);
    expect(pages.map(({ last }) => last)).toEqual(
      pages.map((_, index) => index === pages.length - 1),
    );
    const newest = Math.max(...fake.site.all().map(({ updated }) => updated));
    expect(pages.at(-1)?.cursor).toEqual({
      ...startFrom(new Date(newest)),
      reached: new Date(newest).toISOString(),
    });
    expect(fake.busiest()).toBe(1);
  });

  it("that change, move or vanish meanwhile are neither missed nor an error", async () => {
    const { jira, fake } = await connect({ kind, tickets: 40 });
    const later = ["SAV-3", "SAV-15", "SAV-1"];
    for (const [index, key] of later.entries()) {
      fake.misbehave({
        on: "search",
        after: 1,
        as: {
          kind: "meanwhile",
          happens: () => void fake.site.change(key, { title: `Changed ${index}` }),
        },
      });
    }
    fake.misbehave({
      on: "search",
      after: 2,
      as: { kind: "meanwhile", happens: () => void fake.site.move("SAV-30") },
    });
    fake.misbehave({
      on: "search",
      after: 1,
      as: { kind: "meanwhile", happens: () => fake.site.remove("SAV-8") },
    });
    const pages = await all(
      jira.pages({ ...desk, projects: ["SAV", "ROAD"] }, startFrom(null), { pageSize: 10 }),
    );
    const titles = new Map(
      pages.flatMap(({ issues }) => issues.map(({ id, fields }) => [id, fields?.summary])),
    );
    const now = fake.site.all();
    expect(now.filter(({ id }) => !titles.has(id))).toEqual([]);
    expect(now.filter(({ id, title }) => titles.get(id) !== title)).toEqual([]);
  });

  it("since an instant are those changed since its minute, in the zone of the account", async () => {
    const { jira, fake } = await connect({ kind, tickets: 25, timeZone: "America/Los_Angeles" });
    const since = new Date(fake.site.all()[20]?.updated ?? 0);
    const ids = idsOf(await all(jira.pages(desk, startFrom(since))));
    const minute = Math.floor(since.getTime() / 60_000) * 60_000;
    const expected = fake.site.all().filter(({ updated }) => updated >= minute);
    expect(ids.toSorted()).toEqual(expected.map(({ id }) => id));
    expect(fake.requests.find(({ path }) => path.includes("search"))?.body).toContain(
      "2026-03-02 02:2",
    );
  });

  it("go on from a saved cursor, in another process", async () => {
    const { jira, fake } = await connect({ kind, tickets: 25 });
    let saved = startFrom(null);
    const first: string[] = [];
    for await (const page of jira.pages(desk, saved, { pageSize: 10 })) {
      first.push(...idsOf([page]));
      saved = JSON.parse(JSON.stringify(page.cursor));
      break;
    }
    const before = fake.requests.length;
    const rest = idsOf(await all(jira.pages(desk, saved, { pageSize: 10 })));
    expect(new Set([...first, ...rest]).size).toBe(25);
    expect(rest.length).toBeLessThan(20);
    expect(fake.requests.length - before).toBeLessThanOrEqual(4);
  });

  it("that are none stand apart, and those odd inside come nonetheless", async () => {
    const { jira, fake } = await connect({ kind, tickets: 3 });
    fake.site.change("SAV-1", { id: "x-1" });
    fake.site.change("SAV-2", {
      broken: { summary: null, labels: 3, reporter: "gone", updated: "yesterday", description: [] },
    });
    const pages = await all(jira.pages(desk));
    expect(pages.flatMap(({ bad }) => bad)).toMatchObject([{ id: "x-1" }]);
    expect(idsOf(pages).toSorted()).toEqual(["50001", "50002"]);
  });

  it("that are none at all are one empty page", async () => {
    const { jira } = await connect({ kind, tickets: 3 });
    const pages = await all(jira.pages({ ...desk, projects: ["NONE"] }));
    expect(pages).toMatchObject([{ issues: [], last: true }]);
  });
});

describe("a Server", () => {
  it("with hundreds of changes within one minute gives them all", async () => {
    const { jira, fake } = await connect({ kind: "server", tickets: 120 });
    const at = Date.UTC(2026, 5, 1, 9, 30, 5);
    for (const [index, { key }] of fake.site.all().entries())
      fake.site.change(key, { updated: at + (index % 50) });
    fake.misbehave({
      on: "search",
      after: 3,
      as: {
        kind: "meanwhile",
        happens: () => void fake.site.change("SAV-1", { updated: at + 40_000 }),
      },
    });
    const pages = await all(jira.pages(desk, startFrom(null), { pageSize: 25 }));
    expect(new Set(idsOf(pages)).size).toBe(120);
    expect(pages.length).toBeLessThan(12);
  });

  it("is asked on the night the clocks change without going round in circles", async () => {
    const { jira, fake } = await connect({ kind: "server", tickets: 60 });
    const at = Date.UTC(2026, 9, 25, 0, 10);
    for (const [index, { key }] of fake.site.all().entries())
      fake.site.change(key, { updated: at + index * 60_000 });
    const pages = await all(jira.pages(desk, startFrom(new Date(at)), { pageSize: 10 }));
    expect(new Set(idsOf(pages)).size).toBe(60);
    expect(pages.length).toBeLessThan(15);
  });
});

describe("tokens of the Cloud", () => {
  it("that lead to their own page are an error, after a page whose cursor leads around it", async () => {
    const { jira, fake } = await connect({ tickets: 30 });
    fake.misbehave({ on: "search", after: 1, times: 99, as: { kind: "repeated-token" } });
    const cursors: unknown[] = [];
    const going = (async () => {
      for await (const { cursor } of jira.pages(desk, startFrom(null), { pageSize: 10 }))
        cursors.push(cursor);
    })();
    expect(await refusalOf(going)).toMatchObject({ key: "token-repeated" });
    expect(cursors.at(-1)).toMatchObject({
      token: null,
      from: expect.stringMatching(/^2026-03-02T/),
    });
    expect(fake.requests.filter(({ path }) => path.includes("search"))).toHaveLength(2);
    fake.behave();
    const rest = await all(
      jira.pages(desk, startFrom(new Date(Date.parse("2026-03-02T10:00:00Z")))),
    );
    expect(rest.at(-1)?.last).toBe(true);
  });

  it("that have expired are replaced by asking again from the newest change seen", async () => {
    const { jira, fake } = await connect({ tickets: 30 });
    fake.misbehave({ on: "search", after: 2, times: 2, as: { kind: "expired-token" } });
    const pages = await all(jira.pages(desk, startFrom(null), { pageSize: 10 }));
    expect(new Set(idsOf(pages)).size).toBe(30);
  });

  it("without an end stop at a number of pages", async () => {
    const { jira } = await connect({ tickets: 30 }, { mostPages: 2 });
    const going = all(jira.pages(desk, startFrom(null), { pageSize: 5 }));
    expect(await refusalOf(going)).toEqual({
      key: "endless",
      params: { host: jira.host, pages: 2 },
    });
  });
});

describe("the next page", () => {
  it("is on its way while the one before it is dealt with", async () => {
    const { jira, fake } = await connect({ tickets: 30 });
    const searches = () => fake.requests.filter(({ path }) => path.includes("search")).length;
    const pages = jira.pages(desk, startFrom(null), { pageSize: 10 });
    fake.misbehave({ on: "search", after: 1, as: { kind: "slow", ms: 90_000 } });
    await pages.next();
    await expect.poll(searches).toBe(2);
    // Nobody wants it any more: what is asked next does not wait for it.
    await pages.return(undefined);
    await jira.myself();
    expect(searches()).toBe(2);
  });

  it("that fails is heard of after the one before it, and nobody else hears of it", async () => {
    const { jira, fake } = await connect({ tickets: 30, delayMs: 20 });
    fake.misbehave({ on: "search", after: 1, as: { kind: "status", status: 403 } });
    const seen: string[] = [];
    const going = (async () => {
      for await (const page of jira.pages(desk, startFrom(null), { pageSize: 10 })) {
        seen.push(...idsOf([page]));
        await jira.comments("SAV-1");
      }
    })();
    expect(await refusalOf(going)).toMatchObject({ key: "forbidden" });
    expect(seen).toHaveLength(10);
    expect(fake.busiest()).toBe(1);
  });
});
