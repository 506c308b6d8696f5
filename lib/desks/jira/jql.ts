import { jiraError } from "#lib/desks/jira/http/errors.ts";

/**
 * What a source lets in. `jql` is what a person wrote; the lists are names or keys, as Jira takes either. With `ids` only
 * of these.
 */
export type IssueQuery = {
  projects: string[];
  issueTypes: string[];
  jql: string | null;
  ids?: string[];
};

/**
 * The query in Jira's language, oldest change first. `since` is rounded down to the minute, which is
 * all that Jira's language can say, in `timeZone`, that of the person whose token is used.
 * Throws jiraErrors.unbounded for a query that lets everything in, .query-brackets for a broken one.
 */
export function jqlOf(query: IssueQuery, since: Date | null, timeZone: string): string {
  const clauses = restrictions(query);
  if (since !== null) clauses.push(`updated >= "${minuteOf(since, timeZone)}"`);
  return `${clauses.join(" AND ")} ORDER BY updated ASC, key ASC`;
}

/** The same without order and date, for counting. */
export function countingJqlOf(query: IssueQuery): string {
  return restrictions(query).join(" AND ");
}

export function quoted(word: string): string {
  return `"${word.replace(/[\\"]/g, "\\$&").replace(/[\r\n]+/g, " ")}"`;
}

function restrictions({ projects, issueTypes, jql, ids = [] }: IssueQuery): string[] {
  const own = ownClause(jql ?? "");
  const clauses = [
    ...(ids.length === 0 ? [] : [`id in (${ids.filter((id) => /^\d+$/.test(id)).join(", ")})`]),
    ...(projects.length === 0 ? [] : [`project in (${projects.map(quoted).join(", ")})`]),
    ...(issueTypes.length === 0 ? [] : [`issuetype in (${issueTypes.map(quoted).join(", ")})`]),
    ...(own === "" ? [] : [`(${own})`]),
  ];
  if (clauses.length === 0) throw jiraError("unbounded");
  return clauses;
}

/** What a person wrote without its order; it cannot close our brackets and so widen what the lists let in. */
function ownClause(jql: string): string {
  let depth = 0;
  let quote: string | null = null;
  let end = jql.length;
  for (let at = 0; at < jql.length; at += 1) {
    const letter = jql[at] ?? "";
    if (quote !== null) {
      if (letter === "\\") at += 1;
      else if (letter === quote) quote = null;
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    else if (depth === 0 && /^order\s+by\s/i.test(jql.slice(at)) && !/\w/.test(jql[at - 1] ?? "")) {
      end = at;
      break;
    }
    if (depth < 0) throw jiraError("query-brackets");
  }
  if (depth !== 0 || quote !== null) throw jiraError("query-brackets");
  return jql.slice(0, end).trim();
}

const hour = 60 * 60 * 1000;

/**
 * An instant as the clock on the wall shows it. Near a change of summer time a wall time may mean
 * two instants: there it goes back to before the change, since reading twice costs less than missing.
 */
function minuteOf(instant: Date, timeZone: string): string {
  const time = instant.getTime();
  return wallTime(timeZone)(isSteady(instant, timeZone) ? time : time - 4 * hour);
}

/** Whether the zone's clock is put neither forward nor back within two hours. */
export function isSteady(instant: Date, timeZone: string): boolean {
  const wall = wallTime(timeZone);
  const [before, after] = [-2, 2].map((hours) => wallMs(wall(instant.getTime() + hours * hour)));
  return (after ?? 0) - (before ?? 0) === 4 * hour;
}

function wallMs(wall: string): number {
  return Date.parse(`${wall.replace(" ", "T")}Z`);
}

/** "yyyy-MM-dd HH:mm" of an instant (ms) in a zone. An unknown zone counts as UTC. */
function wallTime(timeZone: string): (instant: number) => string {
  const format = formatOf(timeZone);
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const [year, month, day] = [parts.get("year"), parts.get("month"), parts.get("day")];
    return `${year}-${month}-${day} ${parts.get("hour")}:${parts.get("minute")}`;
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const shape: Intl.DateTimeFormatOptions = {
    ...{ calendar: "gregory", numberingSystem: "latn", hourCycle: "h23" },
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  };
  try {
    return new Intl.DateTimeFormat("en-US", { ...shape, timeZone });
  } catch {
    return new Intl.DateTimeFormat("en-US", { ...shape, timeZone: "UTC" });
  }
}
