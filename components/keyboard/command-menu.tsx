"use client";

import { Command } from "cmdk";
import { ArrowRight, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import type { Screen } from "#components/keyboard/screen.ts";
import { useScreenActions } from "#components/keyboard/use-screen-actions.ts";
import { useModal } from "#components/ui/dialog.tsx";

/** ⌘K: what the screen can do now, then the screens, then a search of what was typed. */
export default function CommandMenu({
  onClose,
  screens,
  searchHref,
}: {
  onClose: () => void;
  screens: readonly Screen[];
  searchHref?: string | undefined;
}) {
  const t = useTranslations("keys");
  const router = useRouter();
  const ref = useModal();
  const [query, setQuery] = useState("");
  const groups = useScreenActions();
  const then = (act: () => void) => () => {
    onClose();
    // After the dialog has closed and given the focus back to where the action is about.
    setTimeout(act);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, through onCancel.
    <dialog
      ref={ref}
      aria-label={t("menu.title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="m-auto mt-[12vh] w-[calc(100vw-2rem)] max-w-120 overflow-hidden rounded-float border border-line bg-raised text-ink shadow-float backdrop:bg-backdrop"
    >
      <Command label={t("menu.title")} loop>
        <div className="flex h-11 items-center gap-2.5 border-b border-line px-3.5">
          <Search aria-hidden size={16} strokeWidth={1.5} className="shrink-0 text-ink-muted" />
          <Command.Input
            data-autofocus
            value={query}
            onValueChange={setQuery}
            placeholder={t("menu.placeholder")}
            className="h-full min-w-0 flex-1 bg-transparent caret-accent outline-none"
          />
        </div>
        <Command.List className="max-h-[50vh] overflow-y-auto px-1.5 pb-1.5">
          <Command.Empty className="px-2 py-3 text-ink-muted">{t("menu.nothing")}</Command.Empty>
          {groups.map(({ heading, actions }) => (
            <Group key={heading} heading={heading}>
              {actions.map((action) => (
                <Item key={action.id} {...action} onSelect={then(action.run)} />
              ))}
            </Group>
          ))}
          <Group heading={t("scope.go")}>
            {screens.map(({ goTo, href, label }) => (
              <Item
                key={href}
                label={t("menu.goTo", { screen: label })}
                keys={goTo ? keysOf(goTo) : undefined}
                onSelect={then(() => router.push(href))}
              />
            ))}
          </Group>
          {searchHref && query.trim() ? (
            <Command.Item
              forceMount
              value={`? ${query}`}
              onSelect={then(() => router.push(searchHref + encodeURIComponent(query.trim())))}
              className={ITEM_CLASS}
            >
              <Search aria-hidden size={16} strokeWidth={1.5} />
              {t("menu.search", { query: query.trim() })}
            </Command.Item>
          ) : null}
        </Command.List>
      </Command>
    </dialog>
  );
}

const ITEM_CLASS =
  "flex h-8.5 cursor-pointer items-center gap-2.5 rounded-control px-2 text-ink-muted data-[selected=true]:bg-accent-soft data-[selected=true]:text-ink max-md:h-11";

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2.5 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-xs [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-ink-muted"
    >
      {children}
    </Command.Group>
  );
}

function Item({
  label,
  keys,
  onSelect,
}: {
  label: string;
  keys: string | undefined;
  onSelect: () => void;
}) {
  return (
    <Command.Item value={label} onSelect={onSelect} className={ITEM_CLASS}>
      <ArrowRight aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {keys ? <KeyHint keys={keys} /> : null}
    </Command.Item>
  );
}
