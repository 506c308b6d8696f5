import type { Quarter } from "#lib/quarter.ts";
import { quarterBounds } from "#lib/quarter.ts";
import type { SampleInsight } from "#prisma/sample/insight.ts";
import { quarterOfDesk } from "#prisma/sample/telling/calendar.ts";
import { type History, nextSession } from "#prisma/seed/history.ts";

/** Where insights come from: who exports what, and on which days. */
export type Channel = {
  source: string;
  siteUrl: string | null;
  file: string;
  hasKeys: boolean;
  /** Weeks from one export to the next. */
  everyWeeks: number;
};

export type Arrival = { at: Date; channel: Channel | null; insights: SampleInsight[] };

const desk: Channel = {
  source: "Service desk",
  siteUrl: "https://soupape.atlassian.example",
  file: "service-desk",
  hasKeys: true,
  everyWeeks: 1,
};
const other = { siteUrl: null, hasKeys: false };
const channels: Record<SampleInsight["via"], Channel | null> = {
  desk,
  email: desk,
  slack: { ...other, source: "Slack", file: "slack-product", everyWeeks: 2 },
  nps: { ...other, source: "NPS", file: "nps", everyWeeks: 4 },
  form: { ...other, source: "Formulaire client", file: "formulaire-client", everyWeeks: 4 },
  // Told over breakfast, and handed in by whoever heard it.
  breakfast: null,
};

/** When everything came in, oldest first: exported on Mondays, and once more before a quarter ends. */
export function arrivalsOf(history: History, insights: readonly SampleInsight[]): Arrival[] {
  const arrivals = new Map<string, Arrival>();
  for (const insight of insights) {
    const channel = channels[insight.via];
    const at = arrivalAt(history, insight.createdAt, channel);
    const id = channel ? `${at.toISOString()} ${channel.source}` : insight.key;
    const arrival = arrivals.get(id) ?? { at, channel, insights: [] };
    arrival.insights.push(insight);
    arrivals.set(id, arrival);
  }
  return [...arrivals.values()].toSorted((one, next) => one.at.getTime() - next.at.getTime());
}

function arrivalAt({ end }: History, said: Date, channel: Channel | null): Date {
  if (!channel) return said;
  const session = nextSession(said, { weekday: 1, everyWeeks: channel.everyWeeks, hour: 7 });
  return new Date(Math.min(session.getTime(), lastExport(quarterOfDesk(said)), end.getTime()));
}

/** Late on a quarter's last day, so that what was said in it can still be shared out for it. */
function lastExport(quarter: Quarter): number {
  return Date.parse(`${quarterBounds(quarter).after}T00:00:00Z`) - 2.5 * 3_600_000;
}
