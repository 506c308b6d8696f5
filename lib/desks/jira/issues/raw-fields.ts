import type { FieldMap } from "./fields.ts";
import { readable, type TextOf } from "./readable.ts";

/** What has a place of its own in a ticket, or changes with who looks at it, or says nothing of it. */
const elsewhere = new Set([
  ...["summary", "description", "issuetype", "status", "statusCategory", "reporter", "created"],
  ...["updated", "resolutiondate", "labels", "comment", "worklog", "watches", "votes", "progress"],
  ...["aggregateprogress", "workratio", "lastViewed", "thumbnail", "timetracking"],
  ...["statuscategorychangedate", "issuerestriction"],
]);

/**
 * Every other filled field in words, under its name. A field of the site's own without a known name
 * is left out: under its number it would stay beside its name for ever.
 */
export function rawFieldsOf(fields: Record<string, unknown>, map: FieldMap, text: TextOf) {
  const mapped = [map.requestType, map.organisations, map.severity];
  // No prototype, so that a field called "__proto__" is a field like any other.
  const raw: Record<string, string | string[]> = Object.create(null);
  for (const [id, value] of Object.entries(fields)) {
    if (elsewhere.has(id) || map.noise.has(id) || mapped.includes(id)) continue;
    if (id === "priority" && map.severity === null) continue;
    const name = map.names.get(id) ?? (id.startsWith("customfield_") ? null : id);
    const words = name === null ? null : readable(value, text, map.rich.has(id));
    if (name !== null && words !== null) raw[name] = words;
  }
  return raw;
}
