import { hash } from "node:crypto";
import type { Column } from "#lib/imports/columns/columns.ts";
import { type DateOrder, parseDate } from "#lib/imports/dates/dates.ts";
import type { WallClock } from "#lib/imports/dates/wall-clock.ts";
import { fromHtml, isHtml } from "#lib/rich-text/from-html.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { cellWords, withoutNotionLinks } from "#lib/tables/cell-words.ts";
import { withoutEmptyWord } from "#lib/tables/empty-words.ts";
import { isCommentHeader } from "#lib/tickets/field-names.ts";
import type { DateField, TicketField, TicketRow } from "#lib/tickets/ticket.ts";
import { commentIn } from "./comment-cell.ts";
import { identityReader } from "./identity.ts";

export type ReadingPlan = {
  columns: Column[];
  /** The places of the columns that tell rows apart in a mapped file; null in one whose desk is known. */
  identity: readonly number[] | null;
  present: ReadonlySet<TicketField>;
  timeZone: string;
  dateOrders: Record<DateField, DateOrder>;
};

type Place = { row: number; line: number; duplicate: boolean; superseded: boolean };
type Unread = Place & Pick<TicketRow, "externalId" | "key" | "hash">;

/** A row told apart and not read yet: of a file that was seen before, most need no more. */
export type UnreadTicket = Unread & { read: () => TicketRow };

/** A function that turns the cells of one row into a ticket; all that is the same for every row is done once. */
export function ticketReader(plan: ReadingPlan, clock: WallClock) {
  const { columns, present } = plan;
  const identityOf = identityReader(columns, plan.identity);
  const all = (field: TicketField) => columns.filter((c) => c.field === field).map((c) => c.index);
  const one = (field: TicketField) => all(field)[0] ?? -1;
  const raws = columns.flatMap(({ index, rawName, list }) =>
    rawName === null ? [] : [{ index, name: rawName, list }],
  );
  const commented = plan.columns.filter(isOfComments).map(({ index }) => index);
  const hashOf = rowHasher(plan);
  const title = one("summary");
  const descriptions = all("description");
  const issueType = one("issueType");
  const requestType = one("requestType");
  const status = one("status");
  const statusCategory = one("statusCategory");
  const severity = one("severity");
  const priority = one("priority");
  const reporter = one("reporter");
  const reporterId = one("reporterId");
  const projectKey = one("projectKey");
  const projectType = one("projectType");
  const labels = all("labels");
  const isMapped = plan.identity !== null;
  const organisations = [...all("organisations"), ...all("customers")];
  const dates = { created: one("created"), updated: one("updated"), resolved: one("resolved") };

  function word(cells: string[], index: number): string | null {
    const value = index === -1 ? null : withoutEmptyWord(cells[index] ?? "");
    return value !== null && isMapped ? withoutNotionLinks(value) : value;
  }

  function words(cells: string[], indexes: number[]): string[] {
    const found: string[] = [];
    for (const index of indexes) {
      for (const part of valuesOf(cells[index] ?? "", columns[index])) {
        const value = withoutEmptyWord(part);
        if (value !== null && !found.includes(value)) found.push(value);
      }
    }
    return found;
  }

  function titleOf(cell: string): string | null {
    return isMapped && withoutEmptyWord(cell) === null ? null : oneLine(cell);
  }

  function date(cells: string[], field: DateField, raw: TicketRow["raw"]): Date | null {
    const index = dates[field];
    const value = cells[index] ?? "";
    if (value === "" || withoutEmptyWord(value) === null) return null;
    const read = parseDate(value, plan.dateOrders[field], clock);
    // What could not be read stays to be looked at.
    if (read === null) raw[columns[index]?.header ?? field] = value;
    return read;
  }

  /** Several answers of a form stand under their questions; one text stands alone. */
  function bodyOf(cells: string[], indexes: number[], raw: TicketRow["raw"]): string {
    const [only, ...more] = indexes;
    if (only === undefined) return "";
    if (more.length === 0) {
      const text = lineFeeds(cells[only] ?? "");
      if (isMapped && withoutEmptyWord(text) === null) return "";
      const body = isMapped ? (isHtml(text) ? fromHtml(text) : text) : richTextOf(text);
      // As the desk wrote it, markup and all, for whoever wants to look.
      if (body !== text) raw[columns[only]?.header ?? "description"] = text;
      return body;
    }
    const filled = indexes.filter((index) => withoutEmptyWord(cells[index] ?? "") !== null);
    return filled
      .map((index) => `${columns[index]?.header ?? ""}\n${lineFeeds(cells[index] ?? "").trim()}`)
      .join("\n\n");
  }

  function rowOf(cells: string[], unread: Unread): TicketRow {
    const raw = rawFields(cells, raws);
    const comments = commented.flatMap((index) => {
      return commentIn(cells[index] ?? "", plan.dateOrders.created, clock) ?? [];
    });
    return {
      ...(comments.length > 0 ? { comments } : {}),
      ...unread,
      title: titleOf(cells[title] ?? ""),
      body: bodyOf(cells, descriptions, raw),
      issueType: word(cells, issueType),
      requestType: word(cells, requestType),
      status: word(cells, status),
      statusCategory: word(cells, statusCategory),
      severity: word(cells, severity) ?? word(cells, priority),
      labels: words(cells, labels),
      reporterName: word(cells, reporter),
      reporterId: word(cells, reporterId),
      organisationNames: words(cells, organisations),
      projectKey: word(cells, projectKey),
      projectType: word(cells, projectType),
      createdAt: date(cells, "created", raw),
      updatedAt: date(cells, "updated", raw),
      resolvedAt: date(cells, "resolved", raw),
      raw,
      present,
    };
  }

  return (cells: string[], place: Place): UnreadTicket => {
    const unread = { ...place, ...identityOf(cells), hash: hashOf(cells) };
    return { ...unread, read: () => rowOf(cells, unread) };
  };
}

function isOfComments({ header, field }: Column): boolean {
  return field === null && isCommentHeader(header);
}

function rawFields(cells: string[], raws: { index: number; name: string; list: boolean }[]) {
  // No prototype, so that a column called "__proto__" is a column like any other.
  const raw: Record<string, string | string[]> = Object.create(null);
  for (const { index, name, list } of raws) {
    const value = cells[index] ?? "";
    if (value === "" || value.includes("ApprovalsCFValue")) continue;
    const before = raw[name];
    if (!list) raw[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else raw[name] = [value];
  }
  return raw;
}

function valuesOf(cell: string, column: Column | undefined): string[] {
  return column?.several ? cellWords(cell, { commas: column.field === "labels" }) : [cell];
}

function oneLine(text: string): string | null {
  const title =
    text.includes("\n") || text.includes("\r") ? text.replace(/\s*[\r\n]+\s*/g, " ") : text;
  return title.trim() || null;
}

function lineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const separator = "\u001f";

function rowHasher({ columns, timeZone, dateOrders }: ReadingPlan): (cells: string[]) => string {
  const shape = columns.map((column) => {
    const { header, field, compared } = column;
    return [header, isOfComments(column) ? "comments" : field, compared];
  });
  const prefix = hash("sha256", JSON.stringify([shape, timeZone, dateOrders]), "base64url");
  const ignored = columns.filter(({ compared }) => !compared).map(({ index }) => index);
  return (cells) => {
    const kept = ignored.length === 0 ? cells : [...cells];
    for (const index of ignored) kept[index] = "";
    return hash("sha256", `${prefix}${separator}${kept.join(separator)}`, "base64url");
  };
}
