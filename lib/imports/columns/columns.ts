import { fold } from "#lib/fold.ts";
import { fieldOf, isListHeader, isNoiseHeader, isViewerHeader } from "#lib/tickets/field-names.ts";
import type { TicketField } from "#lib/tickets/ticket.ts";

/**
 * What becomes of a column. `field`: what it means to us. `rawName`: the name under which its cells
 * are kept as raw fields, null when they are not. `list`: it is one value of several. `several`: a
 * cell holds several values.
 * `compared`: a change in it makes the ticket a changed one.
 */
export type Column = {
  index: number;
  header: string;
  field: TicketField | null;
  rawName: string | null;
  list: boolean;
  several: boolean;
  compared: boolean;
};

const severalFields: readonly TicketField[] = ["labels", "organisations", "customers"];
/** Kept as raw fields too: a person looks for them there. */
const alsoRaw: readonly TicketField[] = ["projectKey", "projectType"];
const requestTypeName = "type de demande";

/**
 * The plan by which every row is read: each header's field, the values of lists brought together,
 * and different custom fields of one name kept apart by their position ("Module", "Module (2)").
 * `keyIndex` is a column without a known name that was found to hold the keys.
 */
export function planColumns(headers: string[], keyIndex: number | null): Column[] {
  const taken = new Set<TicketField>();
  const rawNames = new Set<string>();
  const named = nameFields(headers);
  return headers.map((text, index) => {
    const header = text.replaceAll("\uFEFF", "").trim();
    const field = index === keyIndex ? "key" : freeField(named[index] ?? null, taken);
    if (field !== null) taken.add(field);
    const noise = isNoiseHeader(header);
    const list = isListHeader(header);
    const raw = !noise && (field === null || alsoRaw.includes(field) || isSecond(field, named));
    return {
      index,
      header,
      field,
      rawName: raw ? rawNameOf(header, index, list, rawNames) : null,
      list,
      several: false,
      compared: !noise && !isViewerHeader(header),
    };
  });
}

/**
 * What the headers mean beside each other. What people call "Client" or "Entreprise" is the
 * organisation only where Jira's own column is missing; "Type de demande" was the issue type in old
 * French versions and is the request type where the issue type has its own column.
 */
function nameFields(headers: string[]): (TicketField | null)[] {
  const named = headers.map(fieldOf);
  const organised = named.includes("organisations");
  const typed = named.filter((field) => field === "issueType").length > 1;
  return named.map((field, index) => {
    if (field === "customers") return organised ? null : field;
    const asked = typed && field === "issueType" && fold(headers[index] ?? "") === requestTypeName;
    return asked ? "requestType" : field;
  });
}

/** A field is given to the first column that names it, unless it may have several. */
function freeField(field: TicketField | null, taken: Set<TicketField>): TicketField | null {
  return field !== null && taken.has(field) && !severalFields.includes(field) ? null : field;
}

/** The priority is the severity, unless the desk has a severity too: then it is one more fact. */
function isSecond(field: TicketField, named: (TicketField | null)[]): boolean {
  return field === "priority" && named.includes("severity");
}

function rawNameOf(header: string, index: number, list: boolean, used: Set<string>): string {
  const name = header === "" ? `#${index + 1}` : header;
  let free = name;
  for (let n = 2; used.has(free) && !list; n += 1) free = `${name} (${n})`;
  used.add(free);
  return free;
}
