import type { Topic } from "#lib/nouns.ts";

/** What each room shows, by the first part of its address; "" is Today. */
const topicsByRoom: Readonly<Record<string, readonly Topic[]>> = {
  "": ["insights", "themes", "initiatives", "roadmap", "okrs", "imports", "people", "customers"],
  insights: ["insights", "customers", "themes"],
  "hand-in": ["insights"],
  customers: ["customers", "insights", "themes", "initiatives", "roadmap"],
  catalogue: ["catalogue", "roadmap", "initiatives"],
  distribution: ["insights", "themes", "people"],
  themes: ["themes", "insights", "initiatives", "customers"],
  initiatives: ["initiatives", "themes", "insights", "roadmap", "okrs", "customers"],
  roadmap: ["roadmap", "initiatives"],
  okrs: ["okrs", "initiatives"],
  dashboards: ["insights", "roadmap", "okrs", "initiatives", "people"],
  imports: ["imports"],
  tribes: ["people"],
};

/** The list of insights tells of news itself: its rows don't move under somebody's hand. */
export const listPath = "/insights";

/** Whether a page shows something of these topics and may be read again by itself. */
export function pageShows(pathname: string, topics: readonly Topic[]): boolean {
  if (pathname === listPath) return false;
  const shown = topicsByRoom[pathname.split("/")[1] ?? ""] ?? [];
  return topics.some((topic) => shown.includes(topic));
}
