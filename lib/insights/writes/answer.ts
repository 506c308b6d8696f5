import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { missingIn, namesKept } from "#lib/insights/answer-names.ts";
import { strangerTo } from "#lib/insights/as-shown.ts";
import { insightOps } from "#lib/insights/noun.ts";
import type { AnswerInput, GivenAnswer, ReopenInput } from "#lib/insights/schema.ts";
import { type LockedInsight, lockLiveInsights, numbersOf } from "#lib/insights/writes/locked.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/**
 * What becomes of these insights, told to whoever asked; a later answer replaces the earlier one that was seen.
 * @throws UserError what `requireNamed` does, `insight-is-merged`, `changed-meanwhile`, `archived-meanwhile` (what is
 *   named), `not-found`
 */
export async function answerInsights(actor: Actor, input: AnswerInput, call: Call) {
  authorise(actor, "insight:answer");
  requireNamed(input);
  const params = { answer: input.answer, count: input.ids.length };
  return write(actor, call, { operation: insightOps.answered, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, input.ids);
    requireAnswersAsShown(rows, input.was);
    await giveAnswer(w, actor, input.ids, input, call.now);
    return { numbers: numbersOf(rows) };
  });
}

/** @throws UserError `planned-names-initiative`, `exists-names-place`, `reason-needed-to-decline`, `duplicate-names-other` */
export function requireNamed(given: GivenAnswer): void {
  const missing = missingIn(given);
  if (missing) throw new UserError(missing);
}

/** The same within an act, to insights that are locked. */
export async function giveAnswer(
  w: Write,
  actor: Actor,
  ids: string[],
  given: GivenAnswer,
  answeredAt: Date,
): Promise<void> {
  await w.update("insight", ids, {
    answer: given.answer,
    answerNote: given.note || null,
    ...namesKept(given),
    answerIsBare: false,
    answeredAt,
    answeredById: actor.kind === "person" ? actor.id : null,
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
    const none = {
      ...{ answer: null, answerNote: null, answeredAt: null, answeredById: null },
      ...{ answerInitiativeId: null, answerEntryId: null, answerReasonId: null },
    };
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
