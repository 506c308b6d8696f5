import { instantOf } from "./instant.ts";

export type TextOf = (value: unknown) => string;

/** Longest text (letters) kept of a value whose shape nobody knows. */
const longestUnknown = 2000;

/**
 * A field's value in words: a text, a list of them, or null where it says nothing. `text` reads rich
 * text, `rich` says that a plain string holds markup.
 */
export function readable(value: unknown, text: TextOf, rich = false): string | string[] | null {
  if (Array.isArray(value)) {
    const words = value.flatMap((one) => readable(one, text, rich) ?? []);
    return words.length === 0 ? null : words;
  }
  return readableOne(value, text, rich);
}

function readableOne(value: unknown, text: TextOf, rich: boolean): string | null {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return rich ? filled(text(value)) : ofString(value);
  if (typeof value !== "object" || value === null) return null;
  return ofObject(value, text);
}

const rank = /^\d+\|[0-9a-z]+:[0-9a-z]*$/;
const javaSprint =
  /^com\.atlassian\.greenhopper\.service\.sprint\.Sprint@[0-9a-f]+\[.*?\bname=(.*?),\w+=/s;
const javaObject = /^[\w.$]+@[0-9a-f]+(\[|$)|^\{\w+=|^\w+CFValue\{|^\{\}$/;

function ofString(value: string): string | null {
  const sprint = javaSprint.exec(value)?.[1];
  if (sprint !== undefined) return filled(sprint);
  if (rank.test(value) || javaObject.test(value)) return null;
  return instantOf(value)?.toISOString() ?? filled(value);
}

/** What the different kinds of objects call themselves, in the order in which we ask. */
const naming = ["displayName", "name", "filename", "status", "key"];

function ofObject(value: object, text: TextOf): string | null {
  const has = (key: string) => Object.hasOwn(value, key);
  const of = (key: string): unknown => Reflect.get(value, key);
  if (of("type") === "doc") return filled(text(value));
  if (has("requestType")) return readableOne(of("requestType"), text, false);
  if (has("completedCycles") || has("ongoingCycle")) return slaInWords(value);
  if (has("inwardIssue") || has("outwardIssue")) return linkInWords(value);
  if (has("rating")) return readableOne(of("rating"), text, false);
  if (has("hasEpicLinkFieldDependency")) return readableOne(of("data"), text, false);
  if (has("value")) return optionInWords(of("value"), of("child"), text);
  for (const key of naming) {
    const word = has(key) ? of(key) : null;
    if (typeof word === "string" && word.trim() !== "") return word.trim();
  }
  if (Object.keys(value).length === 0) return null;
  return JSON.stringify(value).slice(0, longestUnknown).toWellFormed();
}

/** A choice, or a choice within a choice. */
function optionInWords(value: unknown, child: unknown, text: TextOf): string | null {
  const words = [value, child].flatMap((one) => readable(one, text) ?? []);
  return words.length === 0 ? null : words.join(" / ");
}

function linkInWords(link: object): string | null {
  for (const way of ["inward", "outward"]) {
    const issue: unknown = Reflect.get(link, `${way}Issue`);
    if (typeof issue !== "object" || issue === null) continue;
    const type: unknown = Reflect.get(link, "type");
    const verb = typeof type === "object" && type !== null ? Reflect.get(type, way) : "";
    return `${verb ?? ""} ${Reflect.get(issue, "key") ?? ""}`.trim();
  }
  return null;
}

/** Working time left, as in Jira's own exports: "22:17" or, when breached, "-530:42". */
function slaInWords(sla: object): string | null {
  const completed: unknown = Reflect.get(sla, "completedCycles");
  const cycles = Array.isArray(completed) ? completed : [];
  const cycle: unknown = Reflect.get(sla, "ongoingCycle") ?? cycles.at(-1);
  const left =
    typeof cycle === "object" && cycle !== null ? Reflect.get(cycle, "remainingTime") : null;
  const ms = typeof left === "object" && left !== null ? Reflect.get(left, "millis") : null;
  if (typeof ms !== "number") return null;
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  return ms < 0 ? `-${clock}` : clock;
}

function filled(value: string): string | null {
  return value.trim() === "" ? null : value;
}
