import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const importOps = operationsOf("import", ["imports", "insights", "customers"], {
  started: "final",
  answered: "final",
  retried: "final",
  batch: "final",
  finished: "final",
  refused: "final",
  givenUp: "final",
  undoAsked: "final",
  undoBatch: "final",
  undone: "final",
});

export const imports = noun({
  name: "imports",
  operations: [importOps],
  topics: { imports: "import:read" },
  facts: { kinds: ["run", "import_run"], values: { lines: "number" } },
});
