import {
  Building2,
  CircleCheck,
  CircleHelp,
  Gauge,
  Handshake,
  type Icon,
  Inbox,
  Layers,
  Lightbulb,
  MessageSquarePlus,
  Plug,
  ScrollText,
  Settings,
  Split,
  SquareStack,
  Sun,
  Target,
  Upload,
  Users,
} from "#components/ui/icons.tsx";
import type { Room } from "#lib/auth/navigation.ts";

const icons: Record<Room, Icon> = {
  today: Sun,
  inbox: Inbox,
  "hand-in": MessageSquarePlus,
  catalogue: CircleHelp,
  distribution: Split,
  themes: Layers,
  initiatives: Lightbulb,
  roadmap: SquareStack,
  okrs: Target,
  dashboards: Gauge,
  imports: Upload,
  sources: Plug,
  customers: Handshake,
  tribes: Users,
  audit: ScrollText,
  company: Building2,
  state: CircleCheck,
  people: Users,
  settings: Settings,
};

/** A room's icon, the same on the rail, the phone's bar and in the command menu. */
export function RoomIcon({ room }: { room: Room }) {
  const Icon = icons[room];
  return <Icon aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />;
}
