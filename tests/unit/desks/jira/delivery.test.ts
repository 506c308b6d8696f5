import { expect, test } from "vitest";
import { childrenQuery, deliveryOf } from "#lib/desks/jira/issues/delivery.ts";
import { fieldMapOf, unknownFields } from "#lib/desks/jira/issues/fields.ts";
import { jiraIssue } from "#lib/desks/jira/issues/shapes.ts";
import { fieldList } from "#tests/support/fake-jira/fields.ts";
import { makeTicket } from "#tests/support/fake-jira/tickets.ts";
import { issueOnWire } from "#tests/support/fake-jira/wire.ts";

const map = fieldMapOf(fieldList);
const cloud = { base: "https://desk.example.com", server: false, rich: true };
const issue = (index: number, patch = {}) =>
  jiraIssue.parse(issueOnWire({ ...makeTicket(index), ...patch }, cloud));

test("an epic tells its status, its children done of all, each once, and its days", () => {
  const epic = issue(1, { type: "Epic" });
  const children = [3, 4, 5, 5, 8].map((index) => issue(index));
  expect(deliveryOf(epic, children, map)).toMatchObject({
    ...{
      externalId: "50001",
      key: "SAV-2",
      status: "En cours",
      statusCategoryKey: "indeterminate",
    },
    ...{
      childrenDone: 2,
      childrenTotal: 4,
      startOn: "2026-07-01",
      dueOn: "2026-09-30",
      resolvedAt: null,
    },
  });
});

test("an epic without children or fields is one nonetheless", () => {
  expect(deliveryOf({ id: "9" }, [], unknownFields)).toMatchObject({
    childrenTotal: 0,
    status: null,
    dueOn: null,
  });
});

test("children are asked for by parent on the Cloud and by the epics' field on a Server", () => {
  expect(childrenQuery("A-1", true, map).jql).toBe('parent = "A-1"');
  expect(childrenQuery("A-1", false, map).jql).toBe('cf[14014] = "A-1"');
  expect(childrenQuery("A-1", false, unknownFields).jql).toBe('parent = "A-1"');
});
