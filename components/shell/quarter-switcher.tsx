"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { ChevronDown, ChevronLeft, ChevronRight } from "#components/ui/icons.tsx";
import { Menu, MenuLink } from "#components/ui/menu.tsx";
import { quarterName } from "#lib/quarter.ts";

export type QuarterChoice = {
  /** As it is written, e.g. "2026-Q4". */
  quarter: string;
  href: string;
  /** e.g. "Committed", beside it in the list. */
  note?: string;
};

/** Which quarter is shown: one earlier and one later by arrow or by [ and ], any by the list. */
export function QuarterSwitcher({
  shown,
  choices,
}: {
  shown: string;
  /** From the earliest to the latest. */
  choices: readonly QuarterChoice[];
}) {
  const t = useTranslations("shell.quarter");
  const router = useRouter();
  const at = choices.findIndex(({ quarter }) => quarter === shown);
  const earlier = at > 0 ? choices[at - 1] : undefined;
  const later = at >= 0 ? choices[at + 1] : undefined;
  useKeys("quarter", {
    ...(earlier ? { previousQuarter: () => router.push(earlier.href) } : {}),
    ...(later ? { nextQuarter: () => router.push(later.href) } : {}),
  });
  return (
    <span className="inline-flex items-center">
      <Step to={earlier} label={t("previous")} keys="[" icon={<ChevronLeft {...ICON} />} />
      <Menu
        label={t("choose")}
        button={
          <>
            <span className="sr-only">{t("shown")} </span>
            {quarterName(shown)}
            <ChevronDown {...ICON} />
          </>
        }
        trigger={{
          className: "h-6! border-line! px-1.5! text-xs font-normal! max-md:min-h-11!",
        }}
      >
        {choices.map(({ quarter, href, note }) => (
          <MenuLink key={quarter} href={href}>
            {quarterName(quarter)}
            {note ? <span className="ml-2 text-xs text-ink-muted">{note}</span> : null}
          </MenuLink>
        ))}
      </Menu>
      <Step to={later} label={t("next")} keys="]" icon={<ChevronRight {...ICON} />} />
    </span>
  );
}

const ICON = { "aria-hidden": true, size: 14, strokeWidth: 1.5 } as const;

function Step({
  to,
  label,
  keys,
  icon,
}: {
  to: QuarterChoice | undefined;
  label: string;
  keys: string;
  icon: React.ReactNode;
}) {
  if (!to) return <span className="size-6 max-md:size-11" />;
  return (
    <Link
      href={to.href}
      aria-label={`${label}: ${quarterName(to.quarter)}`}
      aria-keyshortcuts={keys}
      title={label}
      className="grid size-6 place-items-center rounded-[5px] text-ink-muted hover:bg-sunk hover:text-ink max-md:size-11"
    >
      {icon}
    </Link>
  );
}
