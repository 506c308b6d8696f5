import { expect, test } from "vitest";
import { isWanted } from "#lib/tickets/filter.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";

const bug: TicketRow = {
  ...{ row: 1, line: 2, externalId: "1", key: "SUP-12", title: "Printer", body: "" },
  ...{ issueType: "Bug", requestType: null, status: null, statusCategory: null, severity: null },
  ...{ labels: [], reporterName: null, reporterId: null, organisationNames: [] },
  ...{ projectKey: null, projectType: "service_desk", raw: {}, hash: "", present: new Set() },
  ...{ createdAt: null, updatedAt: null, resolvedAt: null, duplicate: false, superseded: false },
};

test.each([
  ["no filter takes all", undefined, true],
  ["one of several words is enough, case aside", { issueType: ["task", "bug"] }, true],
  ["another word leaves it out", { issueType: ["Task"] }, false],
  ["what it does not tell leaves it out", { requestType: ["Question"] }, false],
  ["its project is known by its key", { projectKey: ["sup"] }, true],
  ["each field that is filtered by counts", { projectKey: ["SUP"], issueType: ["Task"] }, false],
])("%s", (_, filter, wanted) => {
  expect(isWanted(bug, filter)).toBe(wanted);
});
