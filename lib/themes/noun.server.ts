import "server-only";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const themesServer = nounServer({ labels: { theme: labelledBy("theme", "title") } });
