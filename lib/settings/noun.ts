import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const settingOps = operationsOf("setting", [], {
  changed: "settings:manage",
});

export const settings = noun({
  name: "settings",
  operations: [settingOps],
  facts: { columns: ["value"], params: ["setting"], codes: ["setting"] },
});
