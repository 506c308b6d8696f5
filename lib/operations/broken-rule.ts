import { z } from "zod";
import { UserError } from "#lib/errors.ts";
import { databaseErrorIn } from "#lib/sql/database-error.ts";

// Where a rule that the database keeps becomes a sentence. Its triggers say `refused:`, the sentence's key and what that
// mentions; of other constraints the name tells which rule it is. prisma/INVARIANTS.md lists them.

const insight = z.object({ insight: z.string() });
const name = z.object({ name: z.string() });
const quarter = z.object({ tribe: z.string(), quarter: z.string() });

const refused: Readonly<Record<string, (params: unknown) => UserError>> = {
  "archived-meanwhile": (params) => new UserError("archived-meanwhile", name.parse(params)),
  "insight-has-merged": (params) => new UserError("insight-has-merged", insight.parse(params)),
  "insight-is-merged": (params) => new UserError("insight-is-merged", insight.parse(params)),
  "insight-not-in-tribe": (params) =>
    new UserError("insight-not-in-tribe", insight.extend({ tribe: z.string() }).parse(params)),
  "insight-shared-out": (params) =>
    new UserError("insight-shared-out", insight.extend({ team: z.string() }).parse(params)),
  "manager-circle": () => new UserError("manager-circle"),
  "not-found": () => new UserError("not-found"),
  "objective-parent-circle": () => new UserError("objective-parent-circle"),
  "objective-parent-individual": () => new UserError("objective-parent-individual"),
  "objective-parent-quarter": () => new UserError("objective-parent-quarter"),
  "organisation-merge-chain": () => new UserError("organisation-merge-chain"),
  "organisation-not-found": () => new UserError("organisation-not-found"),
  "quarter-closed": (params) => new UserError("quarter-closed", quarter.parse(params)),
  "quarter-not-committed": (params) =>
    new UserError("quarter-not-committed", quarter.parse(params)),
  "tribe-has-teams": (params) =>
    new UserError("tribe-has-teams", z.object({ count: z.number() }).parse(params)),
};

const constraints: Readonly<Record<string, () => UserError>> = {
  hat_deputy_for_a_time: () => new UserError("deputy-too-long"),
  initiative_epic_idx: () => new UserError("epic-held"),
  insight_asleep_in_inbox: () => new UserError("asleep-outside-inbox"),
  key_result_own_measure_idx: () => new UserError("key-result-own-measure-taken"),
  theme_team_of_its_tribe: () => new UserError("theme-team-elsewhere"),
};

/** What the database says of an error that breaks one of its rules (SQLSTATE class 23); null of any other. */
export function brokenConstraint(error: unknown): { code: string; message: string } | null {
  const said = databaseErrorIn(error);
  return said?.code.startsWith("23") ? said : null;
}

/**
 * The refusal that a broken rule of the database is; null where no person can have meant it: then it is a bug. Of two who
 * make the same thing the later is told so; what names something that is not there doesn't find it.
 */
export function brokenRule(error: unknown): UserError | null {
  const broken = brokenConstraint(error);
  if (!broken) return null;
  const { code, message } = broken;
  const [, key = "", params = "{}"] = /^refused: (\S+) (.*)$/s.exec(message) ?? [];
  const told = refused[key]?.(JSON.parse(params)) ?? constraints[constraintIn(message)]?.();
  if (told) return told;
  if (code === "23505") return new UserError("made-meanwhile");
  if (code === "23P01") return new UserError("changed-meanwhile");
  return code === "23503" ? new UserError("not-found") : null;
}

function constraintIn(message: string): string {
  return /constraint "([^"]+)"/.exec(message)?.[1] ?? "";
}
