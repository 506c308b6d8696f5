import { describe, expect, it } from "vitest";
import { type FieldMap, fieldMapOf, unknownFields } from "#lib/desks/jira/issues/fields.ts";
import { jiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { fieldIds, fieldList } from "#tests/support/fake-jira/fields.ts";
import { makeTicket } from "#tests/support/fake-jira/tickets.ts";
import { issueOnWire } from "#tests/support/fake-jira/wire.ts";
import { hasRealAnswers, plain, realAnswer } from "./examples.ts";

const map = fieldMapOf(fieldList);
const base = "https://desk.example.com";
const cloud = { base, server: false, rich: true };
const server = { base, server: true, rich: false };
const webhook = { base, server: false, rich: false };

function read(json: unknown, fields: FieldMap = map) {
  return ticketOf(jiraIssue.parse(json), fields, plain, { row: 1 });
}

function withFields(fields: Record<string, unknown>) {
  return read({ id: "7", key: "SAV-7", fields });
}

describe("an issue of Jira as a ticket", () => {
  const { row, ...more } = read(issueOnWire(makeTicket(1), cloud));

  it("is known by its id and has the fields of a row of a CSV", () => {
    expect(row).toMatchObject({
      ...{ externalId: "50001", key: "SAV-2", title: "Export impossible depuis la tournée (2)" },
      ...{ status: "En cours", statusCategory: "En cours", severity: "Majeur", projectKey: "SAV" },
      ...{ projectType: "service_desk", requestType: "Demander une évolution", labels: [] },
      ...{ reporterName: "Karim Belhadj", organisationNames: ["Chauffage Åström"] },
    });
    expect(row.reporterId).toMatch(/^qm:/);
    expect(row.body).toContain("depuis la mise à jour n° 1");
    expect(row.createdAt?.toISOString()).toBe("2026-03-02T08:07:01.001Z");
    expect(row.resolvedAt).toBeNull();
  });

  it("keeps every other filled field in words under its name, different ones of one name apart", () => {
    expect({ ...row.raw }).toEqual({
      ...{ Priorité: "Medium", Projet: "Service client", Module: "Planning / Tournées" },
      ...{
        Créateur: "Karim Belhadj",
        Contexte: "Sur le terrain.",
        "Délai de résolution": "-530:42",
      },
    });
    const both = withFields({ [fieldIds.module]: { value: "A" }, [fieldIds.otherModule]: "B" });
    expect({ ...both.row.raw }).toEqual({ Module: "A", "Module (2)": "B" });
  });

  it("leaves out a field that says nothing of the ticket, whatever is in it", () => {
    expect({
      ...withFields({ [fieldIds.rank]: "first", [fieldIds.development]: "one branch" }).row.raw,
    }).toEqual({});
  });

  it("tells what only Jira's answers know", () => {
    expect(more).toMatchObject({
      ...{ breached: true, satisfaction: null, statusCategoryKey: "indeterminate", epicKey: null },
      organisations: [{ id: "2", name: "Chauffage Åström" }],
    });
    expect(read(issueOnWire(makeTicket(2), cloud)).satisfaction).toBe(3);
    expect(read(issueOnWire(makeTicket(0), cloud)).reporterEmail).toBe(
      "odile.vasseur@garage.example",
    );
  });

  it.each([0, 1, 2, 5, 12])("is the same from the Cloud and from a webhook (%i)", (index) => {
    const [a, b] = [cloud, webhook].map(
      (dialect) => read(issueOnWire(makeTicket(index), dialect)).row,
    );
    const joined = (body = "") => body.replace(/\s+/g, "");
    expect({ ...b, hash: "", body: joined(b?.body) }).toEqual({
      ...a,
      hash: "",
      body: joined(a?.body),
    });
  });

  it("of a Server is the same but for how people are known", () => {
    const there = read(issueOnWire(makeTicket(1), server)).row;
    expect(there).toMatchObject({
      externalId: row.externalId,
      title: row.title,
      status: row.status,
    });
    expect(there).toMatchObject({ reporterId: "karim.belhadj", severity: row.severity });
  });

  it("has the same hash for the same content, another for another", () => {
    expect(read(issueOnWire(makeTicket(1), cloud)).row.hash).toBe(row.hash);
    expect(read(issueOnWire({ ...makeTicket(1), title: "Other" }, cloud)).row.hash).not.toBe(
      row.hash,
    );
    const seen = { ...issueOnWire(makeTicket(1), cloud) };
    const watched = {
      ...seen,
      fields: { ...seen.fields, lastViewed: "2026-05-05T09:00:00.000+0200" },
    };
    expect(read(watched).row.hash).toBe(row.hash);
  });
});

describe("what an issue does not say", () => {
  it("blanks nothing when it is left out, and is empty when it is null", () => {
    expect([...withFields({ summary: "Hi", description: null }).row.present].sort()).toEqual([
      ...["description", "id", "key", "summary"],
    ]);
    expect([...withFields({ status: { name: "Open" } }).row.present]).toContain("status");
    expect(withFields({ status: { name: "Open" } }).row.present.has("labels")).toBe(false);
  });

  it.each([
    ["labels", "mobile", "labels"],
    ["created", "last week", "created"],
    ["created", "2026-03-02", "created"],
    ["summary", 42, "summary"],
    ["summary", { text: "x" }, "summary"],
    ["status", 3, "status"],
    ["status", { id: "3" }, "status"],
    ["reporter", "odile", "reporter"],
    ["description", 12, "description"],
    ["project", "SAV", "projectKey"],
    [fieldIds.organisations, "Garage", "organisations"],
  ])("counts as not said when it is of another kind: %s is %o", (id, value, field) => {
    const { row } = withFields({ [id]: value, issuetype: { name: "Bug" } });
    expect([...row.present]).not.toContain(field);
    expect(row.issueType).toBe("Bug");
  });

  it("is refused only without an id", () => {
    expect(jiraIssue.safeParse({ key: "SAV-1", fields: {} }).success).toBe(false);
    expect(jiraIssue.safeParse({ id: "abc" }).success).toBe(false);
    expect(read({ id: 12, fields: null }).row).toMatchObject({
      externalId: "12",
      key: null,
      title: null,
    });
    expect(read({ id: "12", key: "no key", fields: "nonsense" }).row.key).toBeNull();
  });

  it("does no harm under an odd name", () => {
    const fields = JSON.parse('{"__proto__":{"polluted":true},"constructor":"x","toString":"y"}');
    expect({ ...withFields(fields).row.raw }).toMatchObject({ constructor: "x", toString: "y" });
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("words for a value", () => {
  const named = (value: unknown) =>
    ({ ...withFields({ environment: value }).row.raw }).Environnement;

  it.each([
    ["2026-03-02T09:00:00.000+0200", "2026-03-02T07:00:00.000Z"],
    ["2026-03-02", "2026-03-02"],
    [3.5, "3.5"],
    [false, "false"],
    [
      ["a", "b", "", null],
      ["a", "b"],
    ],
    [{ value: "1", id: "10035" }, "1"],
    [{ displayName: "Odile", accountId: "x" }, "Odile"],
    [
      [{ name: "version1" }, { name: "version2" }],
      ["version1", "version2"],
    ],
    [[{ type: { inward: "is blocked by" }, inwardIssue: { key: "A-1" } }], ["is blocked by A-1"]],
    [[{ filename: "photo.png", content: "https://x" }], ["photo.png"]],
    [
      "com.atlassian.greenhopper.service.sprint.Sprint@a88a698[id=1,rapidViewId=1,state=ACTIVE,name=Sprint, 2,startDate=2018]",
      "Sprint, 2",
    ],
    [
      "{summaryBean=com.atlassian.jira.plugin.devstatus.rest.SummaryBean@464372f5[summary={}]}",
      undefined,
    ],
    ["com.atlassian.servicedesk.ApprovalsCFValue@ff9bb30", undefined],
    ["0|i000bj:", undefined],
    [
      { hasEpicLinkFieldDependency: false, showField: false, nonEditableReason: { reason: "X" } },
      undefined,
    ],
    [{ hasEpicLinkFieldDependency: false, data: { key: "EP-1" } }, "EP-1"],
    [[], undefined],
    [{}, undefined],
    [{ odd: [1, 2] }, '{"odd":[1,2]}'],
  ])("%j is %j", (value, words) => {
    // As a field that holds no markup.
    const other = fieldMapOf(fieldList.filter(({ id }) => id !== "environment"));
    const raw = { ...read({ id: "7", fields: { environment: value } }, other).row.raw };
    expect(raw.environment).toEqual(words);
  });

  it("with markup is read as rich text", () => {
    expect(named({ type: "doc", content: [{ type: "text", text: "Windows" }] })).toBe("Windows");
    expect(named("h2. Windows")).toBe("h2. Windows");
  });
});

describe("an epic", () => {
  it("is known by the parent, or by the field of older sites", () => {
    expect(withFields({ parent: { key: "ROAD-1" } }).epicKey).toBe("ROAD-1");
    expect(withFields({ [fieldIds.epicLink]: "ROAD-2" }).epicKey).toBe("ROAD-2");
    expect(
      withFields({ parent: { key: "SAV-1" }, issuetype: { subtask: true } }).epicKey,
    ).toBeNull();
  });
});

if (hasRealAnswers)
  describe("issues of real sites", () => {
    it("are read from the Cloud with their rich text", () => {
      const { row, epicKey, reporterEmail } = read(
        realAnswer("jira-rest/cloud-v3-issue-adf-1.json"),
        unknownFields,
      );
      expect(row).toMatchObject({
        ...{
          externalId: "45305",
          key: "INGSVC-4929",
          body: "More Details in the Epic",
          severity: "High",
        },
        ...{ issueType: "Story", statusCategory: "Done", projectType: "software", labels: [] },
      });
      expect(row.resolvedAt?.toISOString()).toBe("2025-03-28T23:17:01.144Z");
      expect(epicKey).toBe("EPIC-2327");
      expect(reporterEmail).toBe("user3282@example.org");
    });

    it("are read from old Servers", () => {
      const fields = realAnswer("jira-rest/fiware-jira_fields.json");
      const known = fieldMapOf(Array.isArray(fields) ? fields : []);
      const page = realAnswer("jira-rest/fiware-jira_issues_page_2.json");
      const issues =
        typeof page === "object" && page && "issues" in page && Array.isArray(page.issues)
          ? page.issues
          : [];
      expect(read(issues[0], known).row).toMatchObject({
        ...{
          externalId: "3",
          key: "HELP-6041",
          reporterId: "user2",
          reporterName: "User2",
          severity: "Major",
        },
        raw: { "Component/s": ["FIWARE-GENERAL-HELP"], Project: "Help-Desk" },
      });
      expect(read(realAnswer("jira-rest/jiraruby-issue-10002.json"), unknownFields).row.title).toBe(
        "Sample Issue",
      );
    });

    it("keep no object printed by Java and no number of a field", () => {
      const event = realAnswer("jira-webhooks/mattermost-server-issue-updated-commented-1.json");
      const issue = typeof event === "object" && event && "issue" in event ? event.issue : null;
      const text = JSON.stringify({ ...read(issue, unknownFields).row.raw });
      expect(text).not.toMatch(/@[0-9a-f]{6,}\[|customfield_/);
    });
  });
