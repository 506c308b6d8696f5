import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const themeOps = operationsOf("theme", ["themes", "insights"], {
  created: "theme:edit",
  edited: "theme:edit",
  grouped: "theme:edit",
  ungrouped: "theme:edit",
  archived: "theme:edit",
  answered: "insight:answer",
});

export const themes = noun({
  name: "themes",
  operations: [themeOps],
  topics: { themes: "theme:read" },
  commented: ["themes"],
  facts: { kinds: ["theme"], values: { title: "text" } },
});
