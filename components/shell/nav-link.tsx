"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { RoomIcon } from "#components/shell/room-icon.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { Room } from "#lib/auth/navigation.ts";

export type NavEntry = {
  href: string;
  room: Room;
  label: string;
  /** How many wait there; nothing is shown for 0. */
  count?: number | undefined;
  /** What addresses further in start with; `href` by default. */
  within?: string | undefined;
};

/** An entry of the rail, or (`tall`) of the phone's bottom bar. */
export function NavLink({
  href,
  room,
  label,
  count,
  within = href,
  tall,
}: NavEntry & { tall?: boolean }) {
  const pathname = usePathname();
  const isHere = pathname === href || (within !== "/" && pathname.startsWith(`${within}/`));
  const shape = tall
    ? "h-11 min-w-15 flex-1 flex-col justify-center gap-0.5 px-1 text-2xs"
    : "h-7 gap-2.5 px-2 max-md:h-11";
  return (
    <Link
      href={href}
      // Going there closes the phone's "more", which this entry may stand in.
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
      aria-current={isHere ? "page" : undefined}
      className={classNames(
        "flex items-center rounded-[5px] whitespace-nowrap",
        shape,
        isHere ? "bg-sunk text-ink" : "text-ink-muted hover:bg-sunk hover:text-ink",
        isHere && !tall && "font-medium",
      )}
    >
      <RoomIcon room={room} />
      <span className="min-w-0 truncate">{label}</span>
      {count && !tall ? (
        <span className={classNames("ml-auto text-xs", !isHere && "text-ink-faint")}>{count}</span>
      ) : null}
    </Link>
  );
}
