import { fieldOf } from "#lib/tickets/field-names.ts";
import { type JiraField, jiraField, sorted } from "./shapes.ts";

/**
 * What a site's fields mean. Their numbers differ from site to site and their names with the
 * language, so all but the severity, which Jira does not know, are told by the type behind them.
 */
export type FieldMap = {
  /** Name by id; different fields of one name are told apart by a number ("Module", "Module (2)"). */
  names: ReadonlyMap<string, string>;
  requestType: string | null;
  organisations: string | null;
  participants: string | null;
  satisfaction: string | null;
  slas: string[];
  epicLink: string | null;
  parentLink: string | null;
  startDate: string | null;
  severity: string | null;
  /** Ids of those that hold text with markup. */
  rich: ReadonlySet<string>;
  /** Ids of those that say nothing about the ticket. */
  noise: ReadonlySet<string>;
};

const desk = "com.atlassian.servicedesk:";
const choice = "com.atlassian.jira.plugin.system.customfieldtypes:";

const noiseTypes =
  /:gh-(lexo|global)-rank$|:devsummary(cf)?$|:sd-approvals$|:timeinstatus$|:firstresponsedate$|:jsw-issue-color$/;

/** From what `GET /field` answers; what in it is no field is passed over. */
export function fieldMapOf(answer: unknown[]): FieldMap {
  const fields = sorted(jiraField, answer).good.toSorted(byNumber);
  const custom = (type: string) => fields.filter(({ schema }) => schema?.custom === type);
  const one = (type: string) => custom(type)[0]?.id ?? null;
  const severity = fields.filter(isChoice).find(({ name }) => fieldOf(name) === "severity");
  return {
    names: namesOf(fields),
    requestType: one(`${desk}vp-origin`),
    organisations: one(`${desk}sd-customer-organizations`),
    participants: one(`${desk}sd-request-participants`),
    satisfaction: one(`${desk}sd-request-feedback`),
    slas: custom(`${desk}sd-sla-field`).map(({ id }) => id),
    epicLink: one("com.pyxis.greenhopper.jira:gh-epic-link"),
    parentLink: one("com.atlassian.jpo:jpo-custom-field-parent"),
    startDate: startDateOf(fields),
    severity: severity?.id ?? null,
    rich: new Set(fields.filter(isRich).map(({ id }) => id)),
    noise: new Set(fields.filter(isNoise).map(({ id }) => id)),
  };
}

/** For a webhook of a site whose fields are not known: only what every Jira calls the same. */
export const unknownFields: FieldMap = fieldMapOf([]);

function byNumber(a: JiraField, b: JiraField): number {
  return (a.schema?.customId ?? -1) - (b.schema?.customId ?? -1);
}

function namesOf(fields: JiraField[]): Map<string, string> {
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const { id, name } of fields) {
    const plain = name.trim() || id;
    let free = plain;
    for (let n = 2; used.has(free); n += 1) free = `${plain} (${n})`;
    used.add(free);
    names.set(id, free);
  }
  return names;
}

function isChoice({ schema }: JiraField): boolean {
  return schema?.custom === `${choice}select` || schema?.custom === `${choice}radiobuttons`;
}

function isRich({ schema }: JiraField): boolean {
  const system = schema?.system ?? "";
  return schema?.custom === `${choice}textarea` || ["description", "environment"].includes(system);
}

function isNoise({ schema }: JiraField): boolean {
  return noiseTypes.test(schema?.custom ?? "");
}

/** Jira's planner has its own type for it; else a date called so. */
function startDateOf(fields: JiraField[]): string | null {
  const planned = fields.find(({ schema }) =>
    schema?.custom?.endsWith(":jpo-custom-field-baseline-start"),
  );
  const called = fields.find(
    ({ name, schema }) =>
      schema?.custom === `${choice}datepicker` &&
      /^(target )?start( date)?$|^date de (début|debut)/i.test(name.trim()),
  );
  return planned?.id ?? called?.id ?? null;
}
