"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useAsked } from "#components/form/use-asked.ts";
import { foundBy } from "#components/keyboard/found-by.ts";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import type { Screen } from "#components/keyboard/screen.ts";
import { type OwnChoices, useOwnSettings } from "#components/keyboard/use-own-settings.ts";
import { useScreenActions } from "#components/keyboard/use-screen-actions.ts";
import { useModal } from "#components/ui/dialog.tsx";
import { ArrowRight, Search } from "#components/ui/icons.tsx";
import { type FoundKind, foundKinds, foundSaid } from "#lib/find/views.ts";

/** ⌘K: what the screen can do now, then the screens, then a search of what was typed. */
export default function CommandMenu({
  onClose,
  screens,
  searchHref,
  choose,
}: {
  onClose: () => void;
  screens: readonly Screen[];
  searchHref?: string | undefined;
  choose: OwnChoices;
}) {
  const t = useTranslations("keys");
  const router = useRouter();
  const ref = useModal();
  const [query, setQuery] = useState("");
  const groups = useScreenActions();
  const settings = useOwnSettings(choose);
  const asked = query.trim();
  const address = asked.length < 2 ? null : `/api/find?${new URLSearchParams({ q: asked })}`;
  const found = useAsked(address, foundSaid, 120)?.answer.found ?? [];
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
      <Command label={t("menu.title")} loop filter={foundBy}>
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
          <Group heading={t("menu.settings")}>
            {(asked === "" ? [] : settings).map(({ label, also, run }) => (
              <Item key={label} label={label} also={also} keys={undefined} onSelect={then(run)} />
            ))}
          </Group>
          {(address === null ? [] : foundKinds).map((kind: FoundKind) => {
            const ofKind = found.filter((one) => one.kind === kind);
            if (ofKind.length === 0) return null;
            return (
              <Group key={kind} heading={t(`menu.found.${kind}`)} isKept>
                {ofKind.map(({ id, label, note, href }) => (
                  <Item
                    key={id}
                    isKept
                    id={id}
                    label={label}
                    note={note}
                    keys={undefined}
                    onSelect={then(() => router.push(href))}
                  />
                ))}
              </Group>
            );
          })}
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

function Group({
  heading,
  isKept = false,
  children,
}: {
  heading: string;
  isKept?: boolean;
  children: ReactNode;
}) {
  return (
    <Command.Group
      heading={heading}
      forceMount={isKept}
      className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2.5 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-xs [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-ink-muted"
    >
      {children}
    </Command.Group>
  );
}

function Item({
  id,
  label,
  also = [],
  note,
  isKept = false,
  keys,
  onSelect,
}: {
  /** Where several may bear one name. */
  id?: string;
  label: string;
  /** Words that find it too. */
  also?: string[];
  note?: string | null;
  /** Found by the server: it stays whatever is typed on, until the next answer. */
  isKept?: boolean;
  keys: string | undefined;
  onSelect: () => void;
}) {
  return (
    <Command.Item
      value={id ? `${label} ${id}` : label}
      keywords={also}
      forceMount={isKept}
      onSelect={onSelect}
      className={ITEM_CLASS}
    >
      <ArrowRight aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {note ? <span className="shrink-0 text-xs text-ink-muted">{note}</span> : null}
      {keys ? <KeyHint keys={keys} /> : null}
    </Command.Item>
  );
}
