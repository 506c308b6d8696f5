import { randomUUID } from "node:crypto";
import type { themesCommands } from "#lib/themes/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import type { Company } from "#tests/integration/commands/company.ts";
import {
  freshInitiative,
  freshInsight,
  freshTheme,
  mergeAway,
} from "#tests/integration/commands/fresh.ts";

const archivedMeanwhile = {
  key: "not-found",
  meanwhile: ({ ask }: Company, { themeId }: { themeId: string }) =>
    ask("camille", "theme.archive", { themeId }),
} as const;

async function themeWith(company: Company): Promise<string> {
  const themeId = await freshTheme(company);
  const insightIds = [await freshInsight(company)];
  await company.ask("aissatou", "theme.group", { themeId, insightIds });
  return themeId;
}

export const themeCases: CasesOf<typeof themesCommands> = {
  "theme.create": {
    who: "louis",
    works: async (company) => ({
      title: "Rapports",
      tribeId: company.id.pla,
      insightIds: [await freshInsight(company)],
    }),
    refused: { key: "not-found", input: () => ({ title: "Rapports", tribeId: randomUUID() }) },
    conflict: {
      key: "insight-is-merged",
      meanwhile: (company, { insightIds = [] }) => mergeAway(company, insightIds),
    },
  },
  "theme.edit": {
    who: "louis",
    works: async (company) => ({ themeId: await freshTheme(company), version: 1, title: "Clos" }),
    refused: {
      key: "not-found",
      input: () => ({ themeId: randomUUID(), version: 1, title: "Clos" }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { themeId }) =>
        ask("camille", "theme.edit", { themeId, version: 1, title: "Ouvert" }),
    },
  },
  "theme.group": {
    who: "louis",
    works: async (company) => ({
      themeId: await freshTheme(company),
      insightIds: [await freshInsight(company)],
    }),
    refused: {
      key: "insights-not-found",
      input: async (company) => ({
        themeId: await freshTheme(company),
        insightIds: [randomUUID()],
      }),
    },
    conflict: archivedMeanwhile,
  },
  "theme.ungroup": {
    who: "louis",
    works: async (company) => {
      const grouped = {
        themeId: await freshTheme(company),
        insightIds: [await freshInsight(company)],
      };
      await company.ask("camille", "theme.group", grouped);
      return grouped;
    },
    refused: {
      key: "not-found",
      input: () => ({ themeId: randomUUID(), insightIds: [randomUUID()] }),
    },
    conflict: archivedMeanwhile,
  },
  "theme.answer": {
    who: "louis",
    works: async (company) => ({
      themeId: await themeWith(company),
      answer: "planned",
      initiativeId: await freshInitiative(company),
    }),
    refused: {
      key: "planned-names-initiative",
      input: async (company) => ({ themeId: await themeWith(company), answer: "planned" }),
    },
    conflict: archivedMeanwhile,
  },
  "theme.archive": {
    who: "louis",
    works: async (company) => ({ themeId: await freshTheme(company) }),
    refused: { key: "not-found", input: () => ({ themeId: randomUUID() }) },
    conflict: archivedMeanwhile,
  },
};
