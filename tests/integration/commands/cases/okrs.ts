import { randomUUID } from "node:crypto";
import type { okrsCommands } from "#lib/okrs/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import { type Company, quarter } from "#tests/integration/commands/company.ts";
import { freshObjective, measure } from "#tests/integration/commands/fresh.ts";

const objective = { title: "Reports arrive", commitment: "committed" } as const;
const edit = { ...objective, version: 1, parentId: null, isShared: false };
const keyResult = { ...measure, title: "Reports that arrive twice" };

const objectiveOf = async (company: Company) => (await freshObjective(company)).id;
const keyResultOf = async (company: Company) => (await freshObjective(company)).keyResultId;
const archive = async (company: Company) => ({ id: await objectiveOf(company), version: 1 });

const checkedIn = async (company: Company) => {
  const keyResultId = await keyResultOf(company);
  return { id: (await company.ask("louis", "key-result.check-in", { keyResultId, value: 5 })).id };
};

const notTheirs = { key: "not-allowed", by: "salome" } as const;
const objectiveEdited = {
  key: "changed-meanwhile",
  meanwhile: ({ ask }: Company, { id }: { id: string }) =>
    ask("bastien", "objective.edit", { ...edit, id, title: "Other" }),
} as const;
const keyResultEdited = {
  key: "changed-meanwhile",
  meanwhile: ({ ask }: Company, { id }: { id: string }) =>
    ask("bastien", "key-result.edit", { ...keyResult, id, version: 1, target: 20 }),
} as const;

export const okrCases: CasesOf<typeof okrsCommands> = {
  "objective.create": {
    who: "bastien",
    works: ({ next }) => ({ ...objective, title: `O ${next()}`, quarter, level: "company" }),
    refused: { ...notTheirs, input: () => ({ ...objective, quarter, level: "company" }) },
    conflict: "Two may want the same; each has an objective of its own.",
  },
  "objective.edit": {
    who: "bastien",
    works: async (company) => ({ ...edit, id: await objectiveOf(company) }),
    refused: {
      ...notTheirs,
      input: async (company) => ({ ...edit, id: await objectiveOf(company) }),
    },
    conflict: objectiveEdited,
  },
  "objective.archive": {
    who: "bastien",
    works: archive,
    refused: { ...notTheirs, input: archive },
    conflict: objectiveEdited,
  },
  "key-result.create": {
    who: "bastien",
    works: async (company) => ({ ...keyResult, objectiveId: await objectiveOf(company) }),
    refused: {
      ...notTheirs,
      input: async (company) => ({ ...keyResult, objectiveId: await objectiveOf(company) }),
    },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, { objectiveId: id }) =>
        ask("bastien", "objective.archive", { id, version: 1 }),
    },
  },
  "key-result.edit": {
    who: "bastien",
    works: async (company) => ({ ...keyResult, id: await keyResultOf(company), version: 1 }),
    refused: {
      ...notTheirs,
      input: async (company) => ({ ...keyResult, id: await keyResultOf(company), version: 1 }),
    },
    conflict: keyResultEdited,
  },
  "key-result.archive": {
    who: "bastien",
    works: async (company) => ({ id: await keyResultOf(company), version: 1 }),
    refused: {
      ...notTheirs,
      input: async (company) => ({ id: await keyResultOf(company), version: 1 }),
    },
    conflict: keyResultEdited,
  },
  "key-result.check-in": {
    who: "louis",
    works: async (company) => ({ keyResultId: await keyResultOf(company), value: 5 }),
    refused: { key: "not-found", input: () => ({ keyResultId: randomUUID(), value: 5 }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, { keyResultId: id }) =>
        ask("bastien", "key-result.archive", { id, version: 1 }),
    },
  },
  "key-result.retract": {
    who: "louis",
    works: checkedIn,
    refused: { key: "not-found", input: () => ({ id: randomUUID() }) },
    conflict: {
      key: "check-in-retracted",
      meanwhile: ({ ask }, input) => ask("louis", "key-result.retract", input),
    },
  },
};
