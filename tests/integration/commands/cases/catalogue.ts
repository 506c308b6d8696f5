import { randomUUID } from "node:crypto";
import type { catalogueCommands } from "#lib/catalogue/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import { freshEntry, freshTeam } from "#tests/integration/commands/fresh.ts";

const entry = { title: "Deux taux de TVA", answer: "planned", words: ["TVA mixte"] } as const;
const asEntry = () => ({ ...entry, words: [...entry.words] });

export const catalogueCases: CasesOf<typeof catalogueCommands> = {
  "entry.create": {
    who: "louis",
    works: async (company) => ({
      ...asEntry(),
      teamId: await freshTeam(company, company.id.pla),
    }),
    refused: { key: "not-found", input: () => ({ ...asEntry(), teamId: randomUUID() }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, { teamId }) =>
        ask("ines", "team.archive", { id: teamId ?? "", version: 1 }),
    },
  },
  "entry.edit": {
    who: "louis",
    works: async (company) => ({ ...asEntry(), id: await freshEntry(company), version: 1 }),
    refused: { key: "not-found", input: () => ({ ...asEntry(), id: randomUUID(), version: 1 }) },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, input) => ask("camille", "entry.edit", { ...input, title: "Autrement" }),
    },
  },
  "entry.verify": {
    who: "ines",
    works: async (company) => ({ ids: [await freshEntry(company)] }),
    refused: { key: "not-found", input: () => ({ ids: [randomUUID()] }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, { ids }) =>
        ask("camille", "entry.archive", { id: ids[0] ?? "", version: 1 }),
    },
  },
  "entry.archive": {
    who: "louis",
    works: async (company) => ({ id: await freshEntry(company), version: 1 }),
    refused: { key: "not-found", input: () => ({ id: randomUUID(), version: 1 }) },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { id }) => ask("camille", "entry.verify", { ids: [id] }),
    },
  },
};
