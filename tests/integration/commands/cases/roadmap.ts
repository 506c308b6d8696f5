import { randomUUID } from "node:crypto";
import type { roadmapCommands } from "#lib/roadmap/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import { type Company, quarter } from "#tests/integration/commands/company.ts";
import {
  freshInitiative,
  freshItem,
  freshTeam,
  freshTribe,
} from "#tests/integration/commands/fresh.ts";

const resizedMeanwhile = {
  key: "changed-meanwhile",
  meanwhile: ({ ask }: Company, { itemId }: { itemId: string }) =>
    ask("aissatou", "roadmap.resize", { itemId, effortHalfMonths: 9, version: 1 }),
} as const;
const tribesQuarter = async (company: Company) => ({
  tribeId: await freshTribe(company),
  quarter,
});
/** One that is over, so that it may be closed. */
const over = "2026-Q3";
const promised = async (company: Company) => {
  const asked = { tribeId: await freshTribe(company), quarter: over };
  await company.ask("bastien", "roadmap.commit", asked);
  return asked;
};
const noTribe = { key: "not-found", input: () => ({ tribeId: randomUUID(), quarter }) } as const;
const closedMeanwhile = {
  key: "quarter-closed",
  meanwhile: ({ ask }: Company, asked: { tribeId: string; quarter: string }) =>
    ask("bastien", "roadmap.close", asked),
} as const;
const capacity = { quarter: over, version: 0, halfMonths: 20, reserveHalfMonths: 4 };
const band = { low: 22, high: 40 };

export const roadmapCases: CasesOf<typeof roadmapCommands> = {
  "roadmap.place": {
    who: "louis",
    works: async (company) => ({
      initiativeId: await freshInitiative(company),
      teamId: company.id.dispatch,
      quarter,
    }),
    refused: {
      key: "not-found",
      input: ({ id }) => ({ initiativeId: randomUUID(), teamId: id.dispatch, quarter }),
    },
    conflict: {
      key: "already-in-lane",
      meanwhile: ({ ask }, asked) => ask("aissatou", "roadmap.place", asked),
    },
  },
  "roadmap.move": {
    who: "louis",
    works: async (company) => {
      const { itemId } = await freshItem(company);
      return { itemId, teamId: company.id.tournees, version: 1 };
    },
    refused: {
      key: "not-found",
      input: ({ id }) => ({ itemId: randomUUID(), teamId: id.tournees, version: 1 }),
    },
    conflict: resizedMeanwhile,
  },
  "roadmap.resize": {
    who: "louis",
    works: async (company) => {
      const { itemId } = await freshItem(company);
      return { itemId, effortHalfMonths: 4, version: 1 };
    },
    refused: {
      key: "not-found",
      input: () => ({ itemId: randomUUID(), effortHalfMonths: 4, version: 1 }),
    },
    conflict: resizedMeanwhile,
  },
  "roadmap.take-out": {
    who: "louis",
    works: async (company) => ({ itemIds: [(await freshItem(company)).itemId] }),
    refused: {
      key: "quarter-committed",
      input: async (company) => {
        const { itemId, tribeId } = await freshItem(company);
        await company.ask("bastien", "roadmap.commit", { tribeId, quarter });
        return { itemIds: [itemId] };
      },
    },
    conflict: {
      key: "quarter-committed",
      meanwhile: async ({ ask, database }, { itemIds: [id = ""] }) => {
        const item = await database.roadmapItem.findUniqueOrThrow({
          where: { id },
          select: { team: { select: { tribeId: true } } },
        });
        await ask("bastien", "roadmap.commit", { tribeId: item.team.tribeId, quarter });
      },
    },
  },
  "roadmap.commit": {
    who: "bastien",
    works: promised,
    refused: noTribe,
    conflict: closedMeanwhile,
  },
  "roadmap.withdraw": {
    who: "bastien",
    works: promised,
    refused: { key: "quarter-not-committed", input: tribesQuarter },
    conflict: {
      key: "quarter-not-committed",
      meanwhile: ({ ask }, asked) => ask("bastien", "roadmap.withdraw", asked),
    },
  },
  "roadmap.close": {
    who: "bastien",
    works: promised,
    refused: { key: "quarter-not-committed", input: tribesQuarter },
    conflict: closedMeanwhile,
  },
  "roadmap.reopen": {
    who: "bastien",
    works: async (company) => {
      const asked = await promised(company);
      await company.ask("bastien", "roadmap.close", asked);
      return asked;
    },
    refused: { key: "quarter-not-closed", input: promised },
    conflict: {
      key: "quarter-not-closed",
      meanwhile: ({ ask }, asked) => ask("bastien", "roadmap.reopen", asked),
    },
  },
  "capacity.set": {
    who: "bastien",
    works: async (company) => ({
      teamId: await freshTeam(company, await freshTribe(company)),
      ...capacity,
    }),
    refused: { key: "not-found", input: () => ({ teamId: randomUUID(), ...capacity }) },
    conflict: {
      key: "quarter-closed",
      meanwhile: async ({ ask, database }, { teamId }) => {
        const { tribeId } = await database.team.findUniqueOrThrow({ where: { id: teamId } });
        await ask("bastien", "roadmap.commit", { tribeId, quarter: over });
        await ask("bastien", "roadmap.close", { tribeId, quarter: over });
      },
    },
  },
  "band.set": {
    who: "clara",
    works: async (company) => ({
      perimeter: "team",
      teamId: await freshTeam(company, company.id.pla),
      band,
      version: 1,
    }),
    refused: {
      key: "band-outside-company",
      input: ({ id }) => ({
        perimeter: "tribe",
        tribeId: id.pla,
        band: { low: 1, high: 99 },
        version: 1,
      }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, asked) => ask("rachel", "band.set", asked),
    },
  },
};
