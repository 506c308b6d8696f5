import { randomUUID } from "node:crypto";
import type { proposalsCommands } from "#lib/proposals/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import { freshInsight, mergeAway } from "#tests/integration/commands/fresh.ts";

export const proposalCases: CasesOf<typeof proposalsCommands> = {
  "proposal.confirm": {
    who: "louis",
    works: async (company) => ({
      insights: [
        { id: await freshInsight(company), tribeId: company.id.pla },
        { id: await freshInsight(company), tribeId: company.id.ter },
      ],
    }),
    refused: {
      key: "insights-not-found",
      input: ({ id }) => ({ insights: [{ id: randomUUID(), tribeId: id.pla }] }),
    },
    conflict: "What somebody decided meanwhile stays as they decided.",
  },
  "proposal.refuse": {
    who: "louis",
    works: async (company) => ({
      insightId: await freshInsight(company),
      kind: "duplicate",
      target: await freshInsight(company),
    }),
    refused: {
      key: "insights-not-found",
      input: ({ id }) => ({ insightId: randomUUID(), kind: "tribe", target: id.pla }),
    },
    conflict: {
      key: "insight-is-merged",
      meanwhile: (company, { insightId }) => mergeAway(company, [insightId]),
    },
  },
};
