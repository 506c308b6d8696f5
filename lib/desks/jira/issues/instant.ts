const written = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * An instant as Jira writes it: "2019-08-27T12:43:24.193-0700" (no colon in the offset), the desk's
 * object with `epochMillis`, or milliseconds. Null for anything else, a date without time included.
 */
export function instantOf(value: unknown): Date | null {
  if (typeof value === "number") return validDate(value);
  if (typeof value === "object" && value !== null && "epochMillis" in value) {
    return instantOf(value.epochMillis);
  }
  const parts = typeof value === "string" ? written.exec(value.trim()) : null;
  if (parts === null) return null;
  const [, time = "", offset = ""] = parts;
  const colon =
    offset === "Z" ? "Z" : `${offset.slice(0, 3)}:${offset.slice(3).replace(":", "") || "00"}`;
  return validDate(Date.parse(`${time}${colon}`));
}

const year10000 = Date.UTC(10_000, 0);

/** Jira knows no time before 1970, and what lies beyond four digits of a year is no date of a ticket. */
function validDate(ms: number): Date | null {
  return Number.isFinite(ms) && ms >= 0 && ms < year10000 ? new Date(ms) : null;
}
