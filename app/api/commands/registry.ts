import "server-only";
import type { z } from "zod";
import type { PersonActor } from "#lib/auth/actor.ts";
import { commentInput } from "#lib/comments/schema.ts";
import { writeComment } from "#lib/comments/writes.ts";
import * as distribution from "#lib/distribution/schema.ts";
import { claim, shareOut, unshare } from "#lib/distribution/writes.ts";
import { UserError } from "#lib/errors.ts";
import { undoInput } from "#lib/history/schema.ts";
import { undoOperation } from "#lib/history/writes.ts";
import * as initiatives from "#lib/initiatives/schema.ts";
import { scoreInitiative } from "#lib/initiatives/writes/initiatives.ts";
import * as insights from "#lib/insights/schema.ts";
import { answerInsights, reopenInsights } from "#lib/insights/writes/answer.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { mergeInsights, partInsights, splitInsight } from "#lib/insights/writes/merge.ts";
import {
  assignToTribe,
  editTitle,
  returnToInbox,
  setKind,
  snooze,
} from "#lib/insights/writes/triage.ts";
import type { Call, Json } from "#lib/operations/write.ts";
import * as roadmap from "#lib/roadmap/schema.ts";
import { moveItem, placeInitiative, resizeItem, takeOut } from "#lib/roadmap/writes/items.ts";
import { setBand, setCapacity } from "#lib/roadmap/writes/limits.ts";
import { closeQuarter, commitQuarter, reopenQuarter } from "#lib/roadmap/writes/quarter.ts";
import { removeViewInput, saveViewInput } from "#lib/saved-views/schema.ts";
import { removeView, saveView } from "#lib/saved-views/writes.ts";
import * as themes from "#lib/themes/schema.ts";
import { createTheme, groupInsights, ungroupInsights } from "#lib/themes/writes/themes.ts";

type Run = (actor: PersonActor, input: unknown, call: Call) => Promise<Json>;

/** What keys and drags may ask for: a line a command. */
const registry: Readonly<Record<string, Run>> = {
  undo: command(undoInput, undoOperation),

  "insight.assign": command(insights.assignInput, assignToTribe),
  "insight.return": command(insights.idsInput, returnToInbox),
  "insight.snooze": command(insights.snoozeInput, snooze),
  "insight.edit": command(insights.editInput, editTitle),
  "insight.set-kind": command(insights.setKindInput, setKind),
  "insight.answer": command(insights.answerInput, answerInsights),
  "insight.reopen": command(insights.idsInput, reopenInsights),
  "insight.merge": command(insights.mergeInput, mergeInsights),
  "insight.part": command(insights.idsInput, partInsights),
  "insight.split": command(insights.splitInput, splitInsight),
  "insight.hand-in": command(insights.handInInput, handInInsight),

  "comment.write": command(commentInput, writeComment),

  "theme.create": command(themes.createThemeInput, createTheme),
  "theme.group": command(themes.groupInput, groupInsights),
  "theme.ungroup": command(themes.ungroupInput, ungroupInsights),

  "insight.share-out": command(distribution.shareOutInput, shareOut),
  "insight.unshare": command(distribution.unshareInput, unshare),
  "insight.claim": command(distribution.claimInput, claim),

  "initiative.score": command(initiatives.scoreInitiativeInput, scoreInitiative),

  "roadmap.place": command(roadmap.placeInput, placeInitiative),
  "roadmap.move": command(roadmap.moveInput, moveItem),
  "roadmap.resize": command(roadmap.resizeInput, resizeItem),
  "roadmap.take-out": command(roadmap.takeOutInput, takeOut),
  "roadmap.commit": command(roadmap.tribeQuarterInput, commitQuarter),
  "roadmap.close": command(roadmap.tribeQuarterInput, closeQuarter),
  "roadmap.reopen": command(roadmap.tribeQuarterInput, reopenQuarter),
  "capacity.set": command(roadmap.setCapacityInput, setCapacity),
  "band.set": command(roadmap.setBandInput, setBand),

  "view.save": command(saveViewInput, saveView),
  "view.remove": command(removeViewInput, removeView),
};

/** @throws UserError `unknown-command`, `invalid`, and whatever the command refuses */
export async function runCommand(
  actor: PersonActor,
  name: string,
  input: unknown,
  call: Call,
): Promise<Json> {
  const run = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (!run) throw new UserError("unknown-command");
  return run(actor, input, call);
}

function command<Schema extends z.ZodType>(
  schema: Schema,
  act: (actor: PersonActor, input: z.output<Schema>, call: Call) => Promise<Json>,
): Run {
  return async (actor, input, call) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new UserError("invalid");
    return act(actor, parsed.data, call);
  };
}
