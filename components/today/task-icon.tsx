import {
  Bug,
  CalendarCheck,
  Gauge,
  type Icon,
  Inbox,
  MessageSquareReply,
  MessagesSquare,
  Scale,
  Sparkles,
  Split,
  Target,
  TriangleAlert,
  Unplug,
  Upload,
  UserRoundPlus,
  Users,
} from "#components/ui/icons.tsx";
import type { TaskName } from "#lib/today/facts.ts";

const icons: Record<TaskName, Icon> = {
  new: Sparkles,
  answer: MessageSquareReply,
  inbox: Inbox,
  duty: Inbox,
  unsure: Inbox,
  pool: Split,
  below: Gauge,
  above: Gauge,
  draft: CalendarCheck,
  bugs: Bug,
  voices: MessagesSquare,
  outside: Gauge,
  okrs: Target,
  unchecked: Target,
  desks: Unplug,
  aside: TriangleAlert,
  backup: TriangleAlert,
  backupDamaged: TriangleAlert,
  messages: TriangleAlert,
  inboxAge: Inbox,
  importsRefused: TriangleAlert,
  importsRunning: Upload,
  capacity: Scale,
  firstTribes: Users,
  firstLeads: UserRoundPlus,
  firstImport: Upload,
  unplanned: CalendarCheck,
};

export function TaskIcon({ name }: { name: TaskName }) {
  const Icon = icons[name];
  return <Icon aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />;
}
