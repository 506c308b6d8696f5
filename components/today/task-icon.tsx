import {
  CalendarCheck,
  Gauge,
  Inbox,
  type LucideIcon,
  MessageSquareReply,
  Sparkles,
  Split,
  Target,
  TriangleAlert,
  Upload,
  Users,
} from "lucide-react";
import type { TaskName } from "#lib/today/tasks.ts";

const icons: Record<TaskName, LucideIcon> = {
  new: Sparkles,
  answer: MessageSquareReply,
  inbox: Inbox,
  pool: Split,
  below: Gauge,
  above: Gauge,
  draft: CalendarCheck,
  outside: Gauge,
  okrs: Target,
  importsRefused: TriangleAlert,
  importsRunning: Upload,
  firstTribes: Users,
  firstImport: Upload,
};

export function TaskIcon({ name }: { name: TaskName }) {
  const Icon = icons[name];
  return <Icon aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />;
}
