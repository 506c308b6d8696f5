import { randomUUID } from "node:crypto";
import type { desksCommands } from "#lib/desks/commands.ts";
import type { Case, CasesOf } from "#tests/integration/commands/case.ts";
import { connectionOf, freshConnection } from "#tests/integration/commands/fresh.ts";

/** What is asked of a connection: another may have ended it. */
const ofConnection = {
  who: "ines",
  works: async (company) => ({ id: await freshConnection(company) }),
  refused: { key: "not-found", input: () => ({ id: randomUUID() }) },
  conflict: {
    key: "not-found",
    meanwhile: ({ ask }, asked) => ask("ines", "source.disconnect", asked),
  },
} as const satisfies Case<"source.pause">;

export const deskCases: CasesOf<typeof desksCommands> = {
  "source.save": {
    who: "ines",
    works: ({ next }) => connectionOf(next()),
    refused: {
      key: "source-secret-missing",
      input: ({ next }) => ({ ...connectionOf(next()), apiToken: "" }),
    },
    conflict: {
      key: "source-site-taken",
      meanwhile: ({ ask, next }, { siteUrl }) =>
        ask("ines", "source.save", { ...connectionOf(next()), siteUrl }),
    },
  },
  "source.save-statuses": {
    who: "ines",
    works: async (company) => ({
      id: await freshConnection(company),
      version: 1,
      statuses: { Fini: "resolved" },
    }),
    refused: {
      key: "changed-meanwhile",
      input: async (company) => ({ id: await freshConnection(company), version: 2, statuses: {} }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, { id }) =>
        ask("ines", "source.save-statuses", { id, version: 1, statuses: { Fini: "backlog" } }),
    },
  },
  "source.pause": ofConnection,
  "source.resume": ofConnection,
  "source.ask-pull": ofConnection,
  "source.disconnect": ofConnection,
};
