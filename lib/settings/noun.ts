import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const settingOps = operationsOf("setting", [], {
  changed: "settings:manage",
});

export const settings = noun({
  name: "settings",
  operations: [settingOps],
  facts: { values: { setting: "code", value: "bytes" } },
});
