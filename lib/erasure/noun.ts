import { noun } from "#lib/frame/noun.ts";
import { operationsOf } from "#lib/operations/operation.ts";

export const erasureOps = operationsOf("requester", ["customers"], {
  erased: "final",
  erasedFurther: "final",
});

export const erasure = noun({ name: "erasure", operations: [erasureOps] });
