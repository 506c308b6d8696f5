import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Answers of real sites may lie beside the project; they may not be published, so it works without.
const root = fileURLToPath(new URL("../../../../", import.meta.url));
export const sharedFolder =
  process.env.TRIBUNE_SHARED_DATA ?? join(dirname(root), "shared", "data");

export const hasRealAnswers = existsSync(join(sharedFolder, "jira-rest"));

export function realAnswer(path: string): unknown {
  return JSON.parse(readFileSync(join(sharedFolder, path), "utf8"));
}

/** Rich text as plain as the tests need it: all its text nodes, or the string itself. */
export function plain(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(plain).join("");
  if (typeof value !== "object" || value === null) return "";
  if ("text" in value && typeof value.text === "string") return value.text;
  return "content" in value ? plain(value.content) : "";
}
