"use client";

import { useState } from "react";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { CloseDialog } from "#components/roadmap/close-dialog.tsx";
import { CommitDialog } from "#components/roadmap/commit-dialog.tsx";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Ellipsis } from "#components/ui/icons.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { quarterName } from "#lib/quarter.ts";
import type { TribeBoard } from "#lib/roadmap/board.ts";

/** What whoever leads a Tribe does with its quarter: commit, publish a revision, withdraw, close, reopen. */
export function QuarterActs({
  tribe,
  quarter,
  hasChanges,
  mayWithdraw,
  mayClose,
  actions,
}: {
  tribe: TribeBoard;
  quarter: string;
  hasChanges: boolean;
  mayWithdraw: boolean;
  mayClose: boolean;
  actions: RoadmapActions;
}) {
  const { t } = useRoadmapWords();
  const [isAsking, setIsAsking] = useState(false);
  const [isClosing, setIsClosing] = useState(false);
  const isCommitted = tribe.state === "committed";
  const mayAsk = tribe.state === "draft" || (isCommitted && hasChanges);
  const offers = {
    withdraw: isCommitted && mayWithdraw,
    close: isCommitted && mayClose,
    reopen: tribe.state === "closed",
  };
  useKeys("roadmap", mayAsk ? { commit: () => setIsAsking(true) } : {});
  return (
    <>
      {Object.values(offers).some(Boolean) ? (
        <Menu
          label={t("acts.label", { tribe: tribe.name })}
          button={
            <>
              <Ellipsis aria-hidden size={16} strokeWidth={1.5} />
              <span className="sr-only">{t("acts.label", { tribe: tribe.name })}</span>
            </>
          }
          trigger={{ variant: "quiet" }}
        >
          {offers.close ? (
            <MenuItem onSelect={() => setIsClosing(true)}>
              {t("acts.close", { quarter: quarterName(quarter) })}
            </MenuItem>
          ) : null}
          {offers.reopen ? (
            <MenuItem onSelect={() => actions.setQuarter(tribe.id, "reopen")}>
              {t("acts.reopen", { quarter: quarterName(quarter) })}
            </MenuItem>
          ) : null}
          {offers.withdraw ? (
            <MenuItem onSelect={() => actions.setQuarter(tribe.id, "withdraw")}>
              {t("acts.withdraw", { quarter: quarterName(quarter) })}
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      {mayAsk ? (
        <Button variant="primary" keys={keysOf("commit")} onClick={() => setIsAsking(true)}>
          {t(isCommitted ? "commit.publish" : "commit.button", { tribe: tribe.name })}
        </Button>
      ) : null}
      {isAsking ? (
        <CommitDialog
          tribe={tribe}
          quarter={quarter}
          isRevision={isCommitted}
          onClose={() => setIsAsking(false)}
          onCommit={(note) => {
            setIsAsking(false);
            actions.setQuarter(tribe.id, "commit", note);
          }}
        />
      ) : null}
      {isClosing ? (
        <CloseDialog
          tribe={tribe.name}
          quarter={quarter}
          onCancel={() => setIsClosing(false)}
          onClose={() => {
            setIsClosing(false);
            actions.setQuarter(tribe.id, "close");
          }}
        />
      ) : null}
    </>
  );
}
