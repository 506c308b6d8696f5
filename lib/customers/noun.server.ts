import "server-only";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const customersServer = nounServer({
  labels: { organisation: labelledBy("organisation", "name") },
});
