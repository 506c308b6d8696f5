import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { giveAnswer, requireNamed } from "#lib/insights/writes/answer.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";
import { themeOps } from "#lib/themes/noun.ts";
import type { AnswerTheme } from "#lib/themes/schema.ts";
import { lockTheme } from "#lib/themes/writes/lock-theme.ts";

/**
 * One answer to all that a theme says and nobody answered yet; what was told already stays told. Whoever asked for several
 * hears once.
 * @throws UserError `not-allowed`, `not-found`, what `requireNamed` does, `theme-all-answered`, `archived-meanwhile`
 */
export async function answerTheme(actor: Actor, { themeId, ...given }: AnswerTheme, call: Call) {
  authorise(actor, "insight:answer");
  requireNamed(given);
  const meta = {
    operation: themeOps.answered,
    params: { themeId, answer: given.answer },
  } as const;
  return write(actor, call, meta, async (w) => {
    await lockTheme(w, themeId);
    const under = await lockUnder(w, themeId);
    const open = under.filter(({ answer }) => answer === null).map(({ id }) => id);
    if (open.length === 0) throw new UserError("theme-all-answered");
    await giveAnswer(w, actor, open, given, call.now);
    return { id: themeId, answered: open.length, left: under.length - open.length };
  });
}

const under = z.object({ id: z.guid(), answer: z.string().nullable() });

/** The insights that stand, whatever of them put them under it; in one order, as others lock them. */
function lockUnder(w: Write, themeId: string) {
  return listRows(w.tx, under)`
    SELECT i.id::text AS id, i.answer FROM insight i WHERE i.id IN (
      SELECT m.root_id FROM ${hanging("theme_insight")} WHERE l.theme_id = ${themeId}::uuid)
    ORDER BY i.id FOR UPDATE OF i`;
}
