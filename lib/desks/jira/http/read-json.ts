import { storableJson } from "#lib/text.ts";
import { jiraError } from "./errors.ts";
import type { Answer } from "./guarded-fetch.ts";

/** An answer that ended before its JSON did: worth another try. */
export class CutAnswer extends Error {}

/** The answer's JSON. Throws jiraErrors.too-large, .not-jira for a web page, CutAnswer for half of it. */
export async function readJson(answer: Answer, mostBytes: number, host: string): Promise<unknown> {
  const text = await readText(answer, mostBytes, host);
  const type = answer.headers.get("content-type") ?? "";
  if (/html/i.test(type) || /^\s*</.test(text)) throw jiraError("not-jira", { host });
  try {
    return storableJson(text);
  } catch {
    if (/^\s*[{[]/.test(text) || text === "") throw new CutAnswer();
    throw jiraError("not-jira", { host });
  }
}

export async function readText(answer: Answer, mostBytes: number, host: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) {
      throw jiraError("too-large", { host, limit: Math.round(mostBytes / 1024 / 1024) });
    }
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
