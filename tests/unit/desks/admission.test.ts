import { expect, test } from "vitest";
import { admissionOf } from "#lib/desks/admission.ts";
import { fieldMapOf } from "#lib/desks/jira/issues/fields.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { admits } from "#lib/desks/schema.ts";

const requestType = "customfield_10010";
const map = fieldMapOf([
  {
    id: requestType,
    name: "Type de demande",
    schema: { custom: "com.atlassian.servicedesk:vp-origin", customId: 10_010 },
  },
]);
const issue = {
  id: "50001",
  key: "SAV-1",
  self: null,
  fields: {
    project: { id: "10020", key: "SAV", name: "Service client" },
    issuetype: { id: "10004", name: "Incident" },
    [requestType]: { requestType: { name: "Signaler un problème" } },
  },
};
const bare = { ...issue, key: "SAV-1", fields: { summary: "Nothing else" } };
const unknown = { ...issue, key: null, fields: { summary: "Nothing else" } };

test.each([
  ["its project is let in", { projects: ["OPS", "SAV"] }, issue, "in"],
  ["its project is let in by its name", { projects: ["service client"] }, issue, "in"],
  ["its project is let in by its number", { projects: ["10020"] }, issue, "in"],
  ["only its key tells its project", { projects: ["SAV"] }, bare, "in"],
  ["its project is another", { projects: ["OPS"] }, issue, "out"],
  ["only its key tells that its project is another", { projects: ["OPS"] }, bare, "out"],
  ["nothing tells its project", { projects: ["SAV"] }, unknown, "ask"],
  ["its type is let in", { projects: ["SAV"], issueTypes: ["incident"] }, issue, "in"],
  [
    "its type may have another name in the desk",
    { projects: ["SAV"], issueTypes: ["Bug"] },
    issue,
    "ask",
  ],
  [
    "its request type is let in",
    { projects: ["SAV"], requestTypes: ["Signaler un problème"] },
    issue,
    "in",
  ],
  [
    "its request type may have another name",
    { projects: ["SAV"], requestTypes: ["Report a bug"] },
    issue,
    "ask",
  ],
  ["the source has a query", { projects: ["SAV"], query: "labels = mobile" }, issue, "ask"],
  [
    "the source has a query, and its project is another",
    { projects: ["OPS"], query: "labels = mobile" },
    issue,
    "out",
  ],
  ["the source has nothing but a query", { query: "labels = mobile" }, issue, "ask"],
] as const)("whether an issue comes in when %s", (_, given, one, expected) => {
  const ticket = ticketOf(one, map, String, { row: 1 });
  expect(admissionOf(admits.parse(given), one, ticket)).toBe(expected);
});

test("an issue that has just moved away from a project that is let in comes in", () => {
  const ticket = ticketOf(issue, map, String, { row: 1 });
  const given = admits.parse({ projects: ["OPS"] });
  expect(admissionOf(given, issue, ticket, ["OPS-7"])).toBe("in");
});
