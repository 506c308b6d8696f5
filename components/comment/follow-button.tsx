"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Bell, BellRing } from "#components/ui/icons.tsx";

/** Whether one hears of what happens to the thing of the page. Who opens it has read what it was about. */
export function FollowButton({
  on,
  id,
  follows,
  unread,
}: {
  on: string;
  id: string;
  follows: boolean;
  /** Of one's news about it. */
  unread: readonly string[];
}) {
  const t = useTranslations("comments");
  const [isOn, setIsOn] = useState(follows);
  const news = unread.join(",");
  useEffect(() => {
    if (news) send({ name: "notice.read", input: { ids: news.split(",") } });
  }, [news]);
  function toggle() {
    const next = !isOn;
    setIsOn(next);
    send({
      name: next ? "follow.start" : "follow.end",
      input: { on, id },
      label: t(next ? "followed" : "unfollowed"),
      undoable: true,
      onRefused: () => setIsOn(!next),
      onUndo: () => setIsOn(!next),
      onUndoRefused: () => setIsOn(next),
    });
  }
  useKeys("screen", { follow: toggle });
  const Icon = isOn ? BellRing : Bell;
  return (
    <Button variant="quiet" aria-pressed={isOn} onClick={toggle}>
      <Icon aria-hidden size={16} strokeWidth={1.5} />
      {t(isOn ? "following" : "follow")}
      <KeyHint keys={keysOf("follow")} />
    </Button>
  );
}
