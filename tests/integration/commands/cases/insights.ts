import { randomUUID } from "node:crypto";
import type { insightsCommands } from "#lib/insights/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import { type Company, now } from "#tests/integration/commands/company.ts";
import {
  freshInitiative,
  freshInsight,
  freshReason,
  mergeAway,
} from "#tests/integration/commands/fresh.ts";

const notThere = {
  key: "insights-not-found",
  input: () => ({ ids: [randomUUID()], was: {} }),
} as const;
const mergedMeanwhile = {
  key: "insight-is-merged",
  meanwhile: (company: Company, { ids }: { ids: string[] }) => mergeAway(company, ids),
} as const;
const shownOf = <Value>(ids: string[], value: Value): Record<string, Value> =>
  Object.fromEntries(ids.map((id) => [id, value]));
const one = async (company: Company, tribeId?: string) => [await freshInsight(company, tribeId)];

export const insightCases: CasesOf<typeof insightsCommands> = {
  "insight.hand-in": {
    who: "salome",
    works: ({ next }) => ({ body: `Le rapport se perd, ${next()}` }),
    refused: {
      key: "organisation-not-found",
      input: () => ({ body: "Le rapport se perd", organisationId: randomUUID() }),
    },
    conflict: "Each is an insight of its own, whatever others hand in.",
  },
  "insight.assign": {
    who: "louis",
    works: async (company) => ({ ids: await one(company), tribeId: company.id.pla, from: null }),
    refused: {
      key: "insights-not-found",
      input: ({ id }) => ({ ids: [randomUUID()], tribeId: id.pla }),
    },
    conflict: {
      key: "insight-moved-meanwhile",
      meanwhile: ({ ask, id }, { ids }) =>
        ask("camille", "insight.assign", { ids, tribeId: id.ter }),
    },
  },
  "insight.return": {
    who: "louis",
    works: async (company) => {
      const ids = await one(company, company.id.pla);
      return { ids, was: shownOf(ids, company.id.pla) };
    },
    refused: notThere,
    conflict: mergedMeanwhile,
  },
  "insight.snooze": {
    who: "louis",
    works: async (company) => ({ ids: await one(company), until: "2026-12-01" }),
    refused: {
      key: "snooze-in-the-past",
      input: async (company) => ({ ids: await one(company), until: "2026-11-01" }),
    },
    conflict: {
      key: "snooze-only-in-inbox",
      meanwhile: ({ ask, id }, { ids }) =>
        ask("camille", "insight.assign", { ids, tribeId: id.ter }),
    },
  },
  "insight.edit-title": {
    who: "louis",
    works: async (company) => ({ id: await freshInsight(company), version: 1, title: "Rapport" }),
    refused: {
      key: "insights-not-found",
      input: () => ({ id: randomUUID(), version: 1, title: "Rapport" }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { id }) =>
        ask("camille", "insight.edit-title", { id, version: 1, title: "Compte rendu" }),
    },
  },
  "insight.edit-kind": {
    who: "louis",
    works: async (company) => {
      const ids = await one(company);
      return { ids, kind: "bug", was: shownOf(ids, "problem" as const) };
    },
    refused: {
      key: "insights-not-found",
      input: () => ({ ids: [randomUUID()], kind: "bug", was: {} }),
    },
    conflict: mergedMeanwhile,
  },
  "insight.edit-language": {
    who: "louis",
    works: async (company) => {
      const ids = await one(company);
      return { ids, language: "en", was: shownOf(ids, "fr" as const) };
    },
    refused: {
      key: "insights-not-found",
      input: () => ({ ids: [randomUUID()], language: "en", was: {} }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { ids, was }) =>
        ask("camille", "insight.edit-language", { ids, language: "mixed", was }),
    },
  },
  "insight.edit-severity": {
    who: "louis",
    works: async (company) => ({ ids: await one(company), severity: "high", was: {} }),
    refused: {
      key: "insights-not-found",
      input: () => ({ ids: [randomUUID()], severity: "high", was: {} }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { ids }) =>
        ask("camille", "insight.edit-severity", { ids, severity: "low", was: {} }),
    },
  },
  "insight.add-customer": {
    who: "louis",
    works: async (company) => ({
      ids: await one(company),
      organisationId: company.id.ventadour,
    }),
    refused: {
      key: "organisation-not-found",
      input: async (company) => ({ ids: await one(company), organisationId: randomUUID() }),
    },
    conflict: mergedMeanwhile,
  },
  "insight.answer": {
    who: "louis",
    works: async (company) => ({
      ids: await one(company),
      answer: "planned",
      initiativeId: await freshInitiative(company),
    }),
    refused: {
      key: "reason-needed-to-decline",
      input: async (company) => ({ ids: await one(company), answer: "declined" }),
    },
    conflict: mergedMeanwhile,
  },
  "insight.reopen": {
    who: "louis",
    works: async (company) => {
      const ids = await one(company);
      await company.ask("camille", "insight.answer", { ids, answer: "shipped" });
      return { ids, was: shownOf(ids, { answer: "shipped" as const, at: now.toISOString() }) };
    },
    refused: notThere,
    conflict: mergedMeanwhile,
  },
  "insight.add-reason": {
    who: "louis",
    works: ({ next }) => ({ id: randomUUID(), words: `Trop peu de clients ${next()}` }),
    refused: {
      key: "made-meanwhile",
      input: async ({ ask, next }) => {
        const words = `Pas notre métier ${next()}`;
        await ask("camille", "insight.add-reason", { id: randomUUID(), words });
        return { id: randomUUID(), words };
      },
    },
    conflict: {
      key: "made-meanwhile",
      meanwhile: ({ ask }, { words }) =>
        ask("camille", "insight.add-reason", { id: randomUUID(), words }),
    },
  },
  "insight.archive-reason": {
    who: "louis",
    works: async (company) => ({ id: await freshReason(company), version: 1 }),
    refused: { key: "changed-meanwhile", input: () => ({ id: randomUUID(), version: 1 }) },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { id, version }) =>
        ask("camille", "insight.archive-reason", { id, version }),
    },
  },
  "insight.merge": {
    who: "louis",
    works: async (company) => ({ ids: await one(company), intoId: await freshInsight(company) }),
    refused: {
      key: "merge-into-itself",
      input: async (company) => {
        const intoId = await freshInsight(company);
        return { ids: [intoId], intoId };
      },
    },
    conflict: mergedMeanwhile,
  },
  "insight.part": {
    who: "louis",
    works: async (company) => {
      const ids = await one(company);
      await mergeAway(company, ids);
      return { ids };
    },
    refused: {
      key: "insight-not-merged",
      input: async (company) => ({ ids: await one(company) }),
    },
    conflict: {
      key: "insight-not-merged",
      meanwhile: ({ ask }, { ids }) => ask("camille", "insight.part", { ids }),
    },
  },
  "insight.split": {
    who: "louis",
    works: async (company) => ({ id: await freshInsight(company), parts: [{ body: "Un compte" }] }),
    refused: {
      key: "insights-not-found",
      input: () => ({ id: randomUUID(), parts: [{ body: "Un compte" }] }),
    },
    conflict: {
      key: "insight-is-merged",
      meanwhile: (company, { id }) => mergeAway(company, [id]),
    },
  },
};
