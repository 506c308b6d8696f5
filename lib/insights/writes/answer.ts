import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { needsReason } from "#lib/insights/kinds.ts";
import { insightOps } from "#lib/insights/noun.ts";
import type { AnswerInput, IdsInput } from "#lib/insights/schema.ts";
import { lockLiveInsights, numbersOf } from "#lib/insights/writes/locked.ts";
import { type Call, write } from "#lib/operations/write.ts";

/**
 * What becomes of these insights, told to whoever asked; a later answer replaces an earlier one.
 * @throws UserError `reason-needed-to-decline`, `insight-is-merged`
 */
export async function answerInsights(actor: Actor, input: AnswerInput, call: Call) {
  authorise(actor, "insight:answer");
  if (needsReason(input.answer) && !input.note) throw new UserError("reason-needed-to-decline");
  const params = { answer: input.answer, count: input.ids.length };
  return write(actor, call, { operation: insightOps.answered, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.ids);
    await w.update("insight", input.ids, {
      answer: input.answer,
      answerNote: input.note || null,
      answeredAt: call.now,
      answeredById: actor.kind === "person" ? actor.id : null,
    });
    return { numbers: numbersOf(rows) };
  });
}

/** Takes the answer away: they stand again where they stood. */
export async function reopenInsights(actor: Actor, input: IdsInput, call: Call) {
  authorise(actor, "insight:answer");
  const params = { count: input.ids.length };
  return write(actor, call, { operation: insightOps.reopened, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.ids);
    const answered = rows.filter((row) => row.answer !== null).map((row) => row.id);
    const none = { answer: null, answerNote: null, answeredAt: null, answeredById: null };
    await w.update("insight", answered, none);
    return { numbers: numbersOf(rows) };
  });
}
