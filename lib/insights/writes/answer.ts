import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { strangerTo } from "#lib/insights/as-shown.ts";
import { needsReason } from "#lib/insights/kinds.ts";
import { insightOps } from "#lib/insights/noun.ts";
import type { AnswerInput, ReopenInput } from "#lib/insights/schema.ts";
import { type LockedInsight, lockLiveInsights, numbersOf } from "#lib/insights/writes/locked.ts";
import { type Call, write } from "#lib/operations/write.ts";

/**
 * What becomes of these insights, told to whoever asked; a later answer replaces the earlier one that was seen.
 * @throws UserError `reason-needed-to-decline`, `insight-is-merged`, `changed-meanwhile`
 */
export async function answerInsights(actor: Actor, input: AnswerInput, call: Call) {
  authorise(actor, "insight:answer");
  if (needsReason(input.answer) && !input.note) throw new UserError("reason-needed-to-decline");
  const params = { answer: input.answer, count: input.ids.length };
  return write(actor, call, { operation: insightOps.answered, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.ids);
    requireAnswersAsShown(rows, input.was);
    await w.update("insight", input.ids, {
      answer: input.answer,
      answerNote: input.note || null,
      answeredAt: call.now,
      answeredById: actor.kind === "person" ? actor.id : null,
    });
    return { numbers: numbersOf(rows) };
  });
}

/**
 * Takes the answer away that was seen: they stand again where they stood.
 * @throws UserError `insight-is-merged`, `changed-meanwhile`
 */
export async function reopenInsights(actor: Actor, input: ReopenInput, call: Call) {
  authorise(actor, "insight:answer");
  const params = { count: input.ids.length };
  return write(actor, call, { operation: insightOps.reopened, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.ids);
    requireAnswersAsShown(rows, input.was);
    const answered = rows.filter((row) => row.answer !== null).map((row) => row.id);
    const none = { answer: null, answerNote: null, answeredAt: null, answeredById: null };
    await w.update("insight", answered, none);
    return { numbers: numbersOf(rows) };
  });
}

function requireAnswersAsShown(rows: readonly LockedInsight[], was: AnswerInput["was"]): void {
  const other = strangerTo(was, rows, ({ answer, answeredAt }, shown) =>
    shown?.at
      ? shown.answer === answer && Date.parse(shown.at) === answeredAt?.getTime()
      : (shown?.answer ?? null) === answer,
  );
  if (other) throw new UserError("changed-meanwhile");
}
