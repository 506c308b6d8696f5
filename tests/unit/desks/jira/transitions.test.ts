import { describe, expect, it } from "vitest";
import { jiraHistory } from "#lib/desks/jira/issues/shapes.ts";
import { transitionsOf } from "#lib/desks/jira/issues/transitions.ts";
import { makeTicket } from "#tests/support/fake-jira/tickets.ts";
import { historiesOnWire } from "#tests/support/fake-jira/wire.ts";
import { hasRealAnswers, realAnswer } from "./examples.ts";

const read = (values: unknown) => transitionsOf(jiraHistory.array().parse(values));

describe("the changes of a status", () => {
  it.each([false, true])("are told with their times, oldest first (of a Server: %s)", (server) => {
    const histories = historiesOnWire(makeTicket(2), server).toReversed();
    expect(read([...histories, ...histories])).toMatchObject([
      {
        at: new Date("2026-03-02T08:16:02.002Z"),
        fromStatus: "Ouvert",
        toStatus: "En cours",
        toStatusId: "10102",
      },
      {
        at: new Date("2026-03-02T08:20:02.002Z"),
        fromStatus: "En cours",
        toStatus: "Terminé",
        toStatusId: "10103",
      },
    ]);
  });

  it("are not mistaken for what every object calls toString", () => {
    const items = [null, "x", { field: "status", from: "1", fromString: "Open", to: "2" }];
    expect(read([{ id: 1, created: "2026-03-02T08:16:02.002Z", items }])).toMatchObject([
      { toStatus: null },
    ]);
  });

  it("without a time or of other fields are none", () => {
    const items = [{ field: "priority", fromString: "a", toString: "b" }, null, "x"];
    expect(read([{ id: 1, created: "2026-03-02T08:16:02.002Z", items }])).toEqual([]);
    expect(read([{ id: 1, items: [{ field: "status" }] }, {}])).toEqual([]);
  });

  if (hasRealAnswers)
    it("of a real issue are two", () => {
      const answer = realAnswer("jira-rest/cloud-v3-changelog.json");
      const values =
        typeof answer === "object" && answer && "values" in answer ? answer.values : [];
      expect(
        read(values)
          .map(({ at, toStatus }) => [at.toISOString(), toStatus])
          .slice(0, 2),
      ).toEqual([
        ["2023-11-03T08:58:19.762Z", "In Progress"],
        ["2023-11-07T08:46:08.367Z", "Done"],
      ]);
    });
});
