import { expect, test } from "vitest";
import { bugClockOf } from "#lib/desks/bug-clock.ts";

const statuses = {
  Qualifié: "qualified",
  "À faire": "backlog",
  Terminé: "resolved",
  Livré: "resolved",
  "Ne sera pas fait": "wont-fix",
} as const;
const day = (nth: number) => new Date(Date.UTC(2026, 10, nth, 9, 30));

type Way = [number, string][];
type Dates = { qualified?: number; backlog?: number; resolved?: number };

test.each<[string, Way, Dates]>([
  ["nothing happened yet", [], {}],
  [
    "it went the whole way",
    [
      [2, "Qualifié"],
      [3, "À faire"],
      [5, "En cours"],
      [6, "Terminé"],
    ],
    { qualified: 2, backlog: 3, resolved: 6 },
  ],
  [
    "its steps come in another order",
    [
      [6, "Terminé"],
      [3, "À faire"],
      [2, "Qualifié"],
    ],
    { qualified: 2, backlog: 3, resolved: 6 },
  ],
  [
    "it was qualified twice: the first counts",
    [
      [2, "Qualifié"],
      [3, "Ouvert"],
      [4, "Qualifié"],
    ],
    { qualified: 2 },
  ],
  [
    "it went to the backlog before it was qualified",
    [
      [2, "À faire"],
      [4, "Qualifié"],
    ],
    { qualified: 4, backlog: 2 },
  ],
  [
    "it was resolved without a backlog",
    [
      [2, "Qualifié"],
      [3, "Terminé"],
    ],
    { qualified: 2, resolved: 3 },
  ],
  [
    "it was opened again",
    [
      [2, "À faire"],
      [3, "Terminé"],
      [4, "En cours"],
    ],
    { backlog: 2 },
  ],
  [
    "it was opened again and resolved: the last counts",
    [
      [3, "Terminé"],
      [4, "En cours"],
      [6, "Terminé"],
    ],
    { resolved: 6 },
  ],
  [
    "it went from one end to another: the first counts",
    [
      [3, "Terminé"],
      [5, "Livré"],
    ],
    { resolved: 3 },
  ],
  [
    "it won't be fixed, which is an end too",
    [
      [2, "Qualifié"],
      [3, "Ne sera pas fait"],
    ],
    { qualified: 2, resolved: 3 },
  ],
  [
    "the desk writes its words otherwise",
    [
      [2, " qualifié "],
      [3, "TERMINÉ"],
    ],
    { qualified: 2, resolved: 3 },
  ],
  [
    "none of its statuses has a meaning",
    [
      [2, "Ouvert"],
      [3, "En attente"],
    ],
    {},
  ],
])("a bug's three dates when %s", (_, way, { qualified, backlog, resolved }) => {
  const steps = way.map(([nth, toStatus]) => ({ at: day(nth), toStatus }));
  expect(bugClockOf(steps, statuses)).toEqual({
    qualifiedAt: qualified ? day(qualified) : null,
    backlogAt: backlog ? day(backlog) : null,
    resolvedAt: resolved ? day(resolved) : null,
  });
});

test("a source that gives no status a meaning tells no dates", () => {
  expect(bugClockOf([{ at: day(2), toStatus: "Terminé" }], {})).toBeNull();
});
