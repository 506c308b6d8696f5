import { randomUUID } from "node:crypto";
import type { initiativesCommands } from "#lib/initiatives/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import type { Company } from "#tests/integration/commands/company.ts";
import {
  archiveInitiative,
  freshInitiative,
  freshObjective,
  freshTheme,
} from "#tests/integration/commands/fresh.ts";

const asked = { title: "Hors ligne", kind: "product", origin: "bottom-up" } as const;
const score = { factor: "reach", value: 3, version: 1 } as const;

async function withKeyResult(company: Company) {
  const { keyResultId } = await freshObjective(company);
  return { initiativeId: await freshInitiative(company), keyResultIds: [keyResultId] };
}

const absent = () => ({ initiativeId: randomUUID(), keyResultIds: [randomUUID()] });

const editedMeanwhile = {
  key: "changed-meanwhile",
  meanwhile: ({ ask }: Company, { initiativeId }: { initiativeId: string }) =>
    ask("camille", "initiative.edit", { initiativeId, version: 1, title: "Autre" }),
} as const;

export const initiativeCases: CasesOf<typeof initiativesCommands> = {
  "initiative.create": {
    who: "louis",
    works: async (company) => {
      const themeIds = [await freshTheme(company)];
      return { ...asked, teamId: company.id.dispatch, themeIds };
    },
    refused: { key: "not-found", input: () => ({ ...asked, teamId: randomUUID() }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, { themeIds = [] }) =>
        ask("camille", "theme.archive", { themeId: themeIds[0] ?? "" }),
    },
  },
  "initiative.edit": {
    who: "louis",
    works: async (company) => {
      const initiativeId = await freshInitiative(company);
      return { initiativeId, version: 1, title: "Hors réseau" };
    },
    refused: { key: "not-found", input: () => ({ initiativeId: randomUUID(), version: 1 }) },
    conflict: editedMeanwhile,
  },
  "initiative.score": {
    who: "louis",
    works: async (company) => ({ initiativeId: await freshInitiative(company), ...score }),
    refused: { key: "not-found", input: () => ({ initiativeId: randomUUID(), ...score }) },
    conflict: editedMeanwhile,
  },
  "initiative.archive": {
    who: "louis",
    works: async (company) => ({ initiativeIds: [await freshInitiative(company)] }),
    refused: "What is not there any more needs no archiving.",
    conflict: "Archived by two it is archived.",
  },
  "initiative.link-epic": {
    who: "louis",
    works: async (company) => ({
      initiativeId: await freshInitiative(company),
      version: 1,
      epicKey: `TRI-${company.next()}`,
    }),
    refused: {
      key: "not-found",
      input: () => ({ initiativeId: randomUUID(), version: 1, epicKey: "TRI-1" }),
    },
    conflict: {
      key: "epic-taken",
      meanwhile: async (company, { epicKey }) => {
        const initiativeId = await freshInitiative(company);
        await company.ask("camille", "initiative.link-epic", { initiativeId, version: 1, epicKey });
      },
    },
  },
  "initiative.link-key-results": {
    who: "louis",
    works: withKeyResult,
    refused: { key: "not-found", input: absent },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, { keyResultIds: [id = ""] }) =>
        ask("bastien", "key-result.archive", { id, version: 1 }),
    },
  },
  "initiative.unlink-key-results": {
    who: "louis",
    works: async (company) => {
      const linked = await withKeyResult(company);
      await company.ask("camille", "initiative.link-key-results", linked);
      return linked;
    },
    refused: { key: "not-found", input: absent },
    conflict: {
      key: "not-found",
      meanwhile: (company, { initiativeId }) => archiveInitiative(company, initiativeId),
    },
  },
};
