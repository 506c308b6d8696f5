import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { CommandQueueStart } from "#components/commands/command-queue-start.tsx";
import { Words } from "#components/i18n/words.tsx";
import { LiveUpdates } from "#components/live/live-updates.tsx";
import { AppShell } from "#components/shell/app-shell.tsx";
import { setLanguage, setRegion, setSingleKeys, setTheme, signOut } from "#lib/auth/actions.ts";
import {
  goKeyOf,
  navigationOf,
  type Room,
  rooms,
  roomsOf,
  withinOf,
} from "#lib/auth/navigation.ts";
import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { companyTimeZone, moment } from "#lib/clock.ts";
import { clientWords } from "#lib/i18n/client-words.ts";

// Shell and navigation, never the guard: each page names its own, and knows where to come back to after signing in.
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const [t, hats, locale] = await Promise.all([
    getTranslations("rooms"),
    getTranslations("hats"),
    getLocale(),
  ]);
  const { address } = await clientWords(actor.language);
  preload(address, { as: "fetch", crossOrigin: "anonymous" });
  const entryOf = (room: Room) => ({
    href: rooms[room].path,
    within: withinOf(room),
    label: t(room),
    room,
  });
  const hat = actor.hats[0]?.code ?? "colleague";
  return (
    <Words locale={locale} address={address} timeZone={companyTimeZone()}>
      <AppShell
        nav={navigationOf(actor, moment()).map(entryOf)}
        handIn={entryOf("hand-in")}
        settings={{ ...entryOf("settings"), within: "/" }}
        screens={roomsOf(actor).map((room) => ({
          goTo: goKeyOf(room),
          href: rooms[room].path,
          label: t(room),
        }))}
        {...(can(actor, "insight:list") && { searchHref: "/insights?state=all&q=" })}
        person={{ name: actor.name, role: hats(hat) }}
        locale={actor.language}
        region={actor.region}
        theme={actor.theme}
        singleKeys={actor.singleKeys}
        actions={{ setLocale: setLanguage, setRegion, setTheme, setSingleKeys, signOut }}
      >
        <CommandQueueStart personId={actor.id} />
        <LiveUpdates />
        {children}
      </AppShell>
    </Words>
  );
}
