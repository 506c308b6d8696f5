import { randomUUID } from "node:crypto";
import type { importsCommands } from "#lib/imports/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import { freshRun } from "#tests/integration/commands/fresh.ts";

const answer = { dates: "dmy", projectTypes: null } as const;

export const importCases: CasesOf<typeof importsCommands> = {
  "import.answer": {
    who: "ines",
    works: async (company) => ({ id: await freshRun(company, { state: "asking" }), ...answer }),
    refused: {
      key: "changed-meanwhile",
      input: async (company) => ({ id: await freshRun(company, { state: "done" }), ...answer }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { id }) => ask("ines", "import.give-up", { id }),
    },
  },
  "import.retry": {
    who: "ines",
    works: async (company) => ({ id: await freshRun(company, { state: "failed" }) }),
    refused: {
      key: "changed-meanwhile",
      input: async (company) => ({ id: await freshRun(company, { state: "done" }) }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { id }) => ask("ines", "import.undo", { id }),
    },
  },
  "import.give-up": {
    who: "ines",
    works: async (company) => ({ id: await freshRun(company, { state: "asking" }) }),
    refused: {
      key: "changed-meanwhile",
      input: async (company) => ({ id: await freshRun(company, { state: "done" }) }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { id }) => ask("ines", "import.answer", { id, ...answer }),
    },
  },
  "import.undo": {
    who: "ines",
    works: async (company) => ({ id: await freshRun(company, { state: "done" }) }),
    refused: { key: "not-found", input: () => ({ id: randomUUID() }) },
    conflict: {
      key: "import-undone-before",
      meanwhile: ({ ask }, asked) => ask("ines", "import.undo", asked),
    },
  },
  "import.undo-work": {
    who: "ines",
    works: async (company) => ({
      id: await freshRun(company, { state: "done", subject: "themes" }),
    }),
    refused: { key: "not-found", input: () => ({ id: randomUUID() }) },
    conflict: {
      key: "import-undone-before",
      meanwhile: ({ ask }, asked) => ask("ines", "import.undo-work", asked),
    },
  },
};
