import type { distributionCommands } from "#lib/distribution/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import { type Company, quarter } from "#tests/integration/commands/company.ts";
import { freshInsight, mergeAway } from "#tests/integration/commands/fresh.ts";

async function ofPlanning(company: Company) {
  const insightIds = [await freshInsight(company, company.id.pla)];
  return { insightIds, teamId: company.id.dispatch, quarter };
}

const quarterOver = {
  key: "quarter-over",
  input: async (company: Company) => ({ ...(await ofPlanning(company)), quarter: "2026-Q1" }),
} as const;

export const distributionCases: CasesOf<typeof distributionCommands> = {
  "insight.share-out": {
    who: "clara",
    works: ofPlanning,
    refused: quarterOver,
    conflict: {
      key: "insight-not-in-tribe",
      meanwhile: ({ ask, id }, { insightIds: ids }) =>
        ask("camille", "insight.assign", { ids, tribeId: id.ter, reason: "Terrain has it" }),
    },
  },
  "insight.unshare": {
    who: "clara",
    works: async (company) => {
      const shared = await ofPlanning(company);
      await company.ask("rachel", "insight.share-out", shared);
      const { insightIds, teamId } = shared;
      return { insightIds, quarter, was: Object.fromEntries(insightIds.map((id) => [id, teamId])) };
    },
    refused: {
      key: "quarter-over",
      input: async (company) => {
        const { insightIds } = await ofPlanning(company);
        return { insightIds, quarter: "2026-Q1", was: {} };
      },
    },
    conflict: {
      key: "insight-is-merged",
      meanwhile: (company, { insightIds }) => mergeAway(company, insightIds),
    },
  },
  "insight.claim": {
    who: "louis",
    works: ofPlanning,
    refused: quarterOver,
    conflict: {
      key: "insight-not-in-pool",
      meanwhile: ({ ask, id }, { insightIds }) =>
        ask("aissatou", "insight.claim", { insightIds, teamId: id.tournees, quarter }),
    },
  },
};
