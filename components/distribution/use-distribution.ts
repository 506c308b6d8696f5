"use client";

import { useTranslations } from "next-intl";
import { useReducer, useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import type { Asked } from "#lib/commands.ts";
import { type Entry, type EntryOrder, usualOrder } from "#lib/distribution/entries.ts";
import { firstHand, step } from "#lib/distribution/hand.ts";
import { mayBeClaimed } from "#lib/distribution/rules.ts";
import type { Distribution, DistributionTeam } from "#lib/distribution/views.ts";

export type DistributionActs = ReturnType<typeof useDistribution>["acts"];

/** Pool and teams as the person sees them: every act shows at once and follows to the server in order. */
export function useDistribution(distribution: Distribution, order: EntryOrder = usualOrder) {
  const t = useTranslations("distribution");
  const { insights, teams, quarter, mayShareOut, ownTeamId, isOver } = distribution;
  const teamIds = teams.map(({ id }) => id);
  const [hand, dispatch] = useReducer(step, null, () => firstHand(insights, teamIds, order));
  const [from, setFrom] = useState(insights);
  // The server's word replaces ours whenever a newer one arrives.
  if (from !== insights) {
    setFrom(insights);
    dispatch({ type: "arrive", given: insights, teamIds });
  }
  const mayGive = mayShareOut && !isOver;
  const ownTeam = isOver ? undefined : teams.find(({ id }) => id === ownTeamId);

  function act(
    entries: readonly Entry[],
    teamId: string | null,
    sent: { asked: (insightIds: string[]) => Asked; label: string },
  ) {
    const ids = entries.flatMap((entry) => entry.insights.map(({ id }) => id));
    const show = () => dispatch({ type: "give", operationId, ids, teamId });
    const restore = () => dispatch({ type: "restore", operationId });
    const operationId = send({
      ...sent.asked(ids),
      label: sent.label,
      undoable: true,
      onUndo: restore,
      onRefused: restore,
      onUndoRefused: show,
    });
    show();
  }
  /** Where the screen shows them, so that who was faster is not undone unseen. */
  const teamsOf = (entries: readonly Entry[]): Record<string, string> =>
    Object.fromEntries(
      entries.flatMap(({ teamId, insights: group }) =>
        teamId === null ? [] : group.map(({ id }) => [id, teamId]),
      ),
    );
  const named = (entries: readonly Entry[]) => ({
    entries: entries.length,
    title: entries[0]?.title ?? "",
    count: entries.reduce((sum, { insights: group }) => sum + group.length, 0),
  });

  function giveTo(entries: readonly Entry[], team: DistributionTeam | undefined) {
    const moving = entries.filter(({ teamId }) => teamId !== team?.id);
    if (!team || !mayGive || moving.length === 0) return;
    const label = t("done.given", { ...named(moving), team: team.name });
    const input = { teamId: team.id, quarter };
    act(moving, team.id, {
      asked: (insightIds) => ({
        name: "insight.share-out",
        input: { insightIds, ...input, was: teamsOf(moving) },
      }),
      label,
    });
  }
  function takeBack(entries: readonly Entry[]) {
    const moving = entries.filter(({ teamId }) => teamId !== null);
    if (!mayGive || moving.length === 0) return;
    const label = t("done.takenBack", named(moving));
    act(moving, null, {
      asked: (insightIds) => ({
        name: "insight.unshare",
        input: { insightIds, quarter, was: teamsOf(moving) },
      }),
      label,
    });
  }
  const isClaimable = (entry: Entry) =>
    ownTeam !== undefined &&
    entry.teamId === null &&
    mayBeClaimed({ teamOfQuarter: null, teamNow: entry.carriedFrom?.teamId ?? null }, ownTeam.id);
  function claim(entries: readonly Entry[]) {
    const moving = entries.filter(isClaimable);
    if (!ownTeam || moving.length === 0) return;
    const label = t("done.claimed", { ...named(moving), team: ownTeam.name });
    const input = { teamId: ownTeam.id, quarter };
    act(moving, ownTeam.id, {
      asked: (insightIds) => ({ name: "insight.claim", input: { insightIds, ...input } }),
      label,
    });
  }

  return {
    hand,
    dispatch,
    mayGive,
    ownTeam,
    isClaimable,
    acts: { giveTo, takeBack, claim },
  };
}
