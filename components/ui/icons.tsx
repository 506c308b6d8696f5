import type { ComponentProps, ReactNode } from "react";
import sheet from "./icons.svg";

// Icons are drawn from one file that a browser fetches once: written into each page they were a third of its bytes,
// twice over, in its markup and in what React is told. `npm run generate` draws the file from the names below.

type IconProps = Omit<ComponentProps<"svg">, "children"> & { size?: number };

export type Icon = (props: IconProps) => ReactNode;

/** @param name as lucide calls it */
function icon(name: string): Icon {
  return ({ size = 16, ...rest }) => (
    // biome-ignore lint/a11y/noSvgWithoutTitle: an icon is named by its label, or hidden where words stand beside it
    <svg aria-hidden={rest["aria-label"] ? undefined : true} width={size} height={size} {...rest}>
      <use href={`${sheet.src}#${name}`} />
    </svg>
  );
}

export const ArrowDown = icon("arrow-down");
export const ArrowDownWideNarrow = icon("arrow-down-wide-narrow");
export const ArrowLeft = icon("arrow-left");
export const ArrowRight = icon("arrow-right");
export const Ban = icon("ban");
export const Bell = icon("bell");
export const BellRing = icon("bell-ring");
export const Bug = icon("bug");
export const Building2 = icon("building-complex");
export const CalendarCheck = icon("calendar-check");
export const Check = icon("check");
export const ChevronDown = icon("chevron-down");
export const ChevronLeft = icon("chevron-left");
export const ChevronRight = icon("chevron-right");
export const CircleAlert = icon("circle-exclamation-point");
export const CircleCheck = icon("circle-check");
export const CircleDashed = icon("circle-dashed");
export const CircleHelp = icon("circle-question-mark");
export const Clock = icon("clock");
export const CornerDownRight = icon("corner-down-right");
export const Ellipsis = icon("ellipsis");
export const ExternalLink = icon("external-link");
export const Eye = icon("eye");
export const FileUp = icon("file-up");
export const Flag = icon("flag");
export const Gauge = icon("gauge");
export const GitCompare = icon("git-compare");
export const GitMerge = icon("git-merge");
export const Handshake = icon("handshake");
export const Inbox = icon("inbox");
export const Landmark = icon("landmark");
export const Layers = icon("layers");
export const Lightbulb = icon("lightbulb");
export const ListFilter = icon("list-filter");
export const Link2 = icon("link-2");
export const Loader = icon("loader");
export const Lock = icon("lock");
export const LogOut = icon("log-out");
export const MessageSquare = icon("message-square");
export const MessageSquarePlus = icon("message-square-plus");
export const MessageSquareReply = icon("message-square-reply");
export const MessagesSquare = icon("messages-square");
export const Pencil = icon("pencil");
export const Plug = icon("plug");
export const Plus = icon("plus");
export const Reply = icon("reply");
export const Scale = icon("scale");
export const ScrollText = icon("scroll-text");
export const Search = icon("search");
export const Settings = icon("settings");
export const Sparkles = icon("sparkles");
export const Split = icon("split");
export const SquareStack = icon("square-stack");
export const Star = icon("star");
export const Sun = icon("sun");
export const Target = icon("target");
export const TriangleAlert = icon("triangle-exclamation-point");
export const Undo2 = icon("undo-2");
export const Unplug = icon("unplug");
export const Upload = icon("upload");
export const UserRoundPlus = icon("user-round-plus");
export const Users = icon("users");
export const Wrench = icon("wrench");
export const X = icon("x");
