import { describe, expect, it } from "vitest";
import { commentOf } from "#lib/desks/jira/issues/comments.ts";
import { deliveryOf } from "#lib/desks/jira/issues/delivery.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { transitionsOf } from "#lib/desks/jira/issues/transitions.ts";
import { fieldIds } from "#tests/support/fake-jira/fields.ts";
import { all, connect, desk, refusalOf } from "./connect.ts";

const text = (value: unknown) => JSON.stringify(value);

describe.each(["cloud", "server"] as const)("a %s", (kind) => {
  it("tells its fields, and with them its tickets", async () => {
    const { jira } = await connect({ kind, tickets: 5 });
    const map = await jira.discoverFields();
    expect(map).toMatchObject({ requestType: fieldIds.requestType, severity: fieldIds.severity });
    const [page] = await all(jira.pages(desk));
    const rows = page?.issues.map((issue, row) => ticketOf(issue, map, text, { row }).row) ?? [];
    expect(rows.find(({ key }) => key === "SAV-2")).toMatchObject({
      ...{ requestType: "Demander une évolution", organisationNames: ["Chauffage Åström"] },
      ...{ severity: "Majeur", status: "En cours", raw: { Module: "Planning / Tournées" } },
    });
  });

  it("is asked one thing at a time", async () => {
    const { jira, fake } = await connect({ kind, tickets: 5, delayMs: 30 });
    await Promise.all([jira.myself(), jira.countIssues(desk), jira.comments("SAV-1")]);
    expect(fake.requests).toHaveLength(3);
    expect(fake.busiest()).toBe(1);
  });

  it("counts what a query would let in", async () => {
    const { jira } = await connect({ kind, tickets: 30 });
    expect(await jira.countIssues(desk)).toBe(30);
    expect(await jira.countIssues({ ...desk, issueTypes: ["Incident", "Question"] })).toBe(20);
    expect(await jira.countIssues({ ...desk, jql: "labels = mobile ORDER BY created" })).toBe(6);
    expect(await refusalOf(jira.countIssues({ ...desk, jql: "nonsense = 1" }))).toMatchObject({
      key: "bad-query",
    });
  });

  it("gives all comments of an issue, internal ones marked", async () => {
    const { jira, fake } = await connect({ kind, tickets: 3 });
    const many = Array.from({ length: 230 }, (_, index) => ({
      id: String(index),
      at: index,
      author: 0,
      body: "Hi",
      isPublic: index % 2 === 0,
    }));
    fake.site.change("SAV-1", { comments: many });
    const comments = (await jira.comments("SAV-1")).map((comment) => commentOf(comment, text));
    expect(comments.map(({ externalId }) => externalId)).toEqual(many.map(({ id }) => id));
    expect(comments.filter(({ internal }) => internal)).toHaveLength(115);
    expect(await refusalOf(jira.comments("SAV-99"))).toMatchObject({ key: "not-found" });
  });

  it("gives the history of an issue", async () => {
    const { jira, fake } = await connect({ kind, tickets: 3 });
    fake.site.setStatus("SAV-3", "open");
    expect(transitionsOf(await jira.changelog("SAV-3")).map(({ toStatus }) => toStatus)).toEqual([
      ...["En cours", "Terminé", "Ouvert"],
    ]);
  });

  it("gives issues by their ids under the keys they have now, and says which are gone", async () => {
    const { jira, fake } = await connect({ kind, tickets: 130 });
    fake.site.move("SAV-2");
    const ids = fake.site.all().map(({ id }) => id);
    expect((await jira.issuesByIds(ids)).issues).toHaveLength(130);
    fake.site.remove("SAV-4");
    const { issues, missing } = await jira.issuesByIds([
      ...ids.slice(0, 6),
      "50001",
      "1); x",
      "SAV-1",
    ]);
    expect(issues.map(({ key }) => key).toSorted()).toEqual([
      "ROAD-50001",
      "SAV-1",
      "SAV-3",
      "SAV-5",
      "SAV-6",
    ]);
    expect(missing).toEqual(["50003"]);
    expect(await jira.issue("SAV-2")).toMatchObject({ key: "ROAD-50001" });
    expect(await jira.issue("50003")).toBeNull();
  });

  it("tells how an epic stands", async () => {
    const { jira, fake } = await connect({ kind, tickets: 6 });
    fake.site.add({
      key: "ROAD-1",
      project: "ROAD",
      type: "Epic",
      title: "Offline rounds",
      status: "working",
    });
    for (const key of ["SAV-1", "SAV-2", "SAV-3"]) fake.site.change(key, { parent: "ROAD-1" });
    const map = await jira.discoverFields();
    const epic = await jira.issue("ROAD-1");
    const children = (await all(jira.children("ROAD-1", map))).flatMap(({ issues }) => issues);
    expect(deliveryOf(epic ?? { id: "0" }, children, map)).toMatchObject({
      ...{
        title: "Offline rounds",
        statusCategoryKey: "indeterminate",
        childrenDone: 1,
        childrenTotal: 3,
      },
      ...{ startOn: "2026-07-01", dueOn: "2026-09-30" },
    });
  });

  it("tells of its service desk, page by page", async () => {
    const { jira } = await connect({ kind, tickets: 3 });
    expect(await jira.desk.serviceDesks()).toMatchObject([{ id: "10", projectKey: "SAV" }]);
    expect((await jira.desk.requestTypes("10")).map(({ name }) => name)).toHaveLength(3);
    expect((await jira.desk.organisations()).map(({ name }) => name)).toContain("Plomberie Duval");
    expect(await jira.desk.participants("SAV-1")).toMatchObject([{ displayName: "Karim Belhadj" }]);
    expect(await jira.desk.slas("SAV-1")).toMatchObject([{ name: "Délai de résolution" }]);
    expect(await jira.desk.satisfaction("SAV-3")).toMatchObject({ rating: 3 });
    expect(await jira.desk.satisfaction("SAV-1")).toBeNull();
  });
});
