import { describe, expect, it } from "vitest";
import { pageShows } from "#components/live/page-topics.ts";
import { nounOf, silentNouns, topicsOf } from "#lib/live/topics.ts";
import { operationNames } from "#lib/operations/catalogue.ts";

describe("the topics of news", () => {
  it("are known for every operation, or it is silent on purpose", () => {
    const silent = operationNames.filter(
      (name) => topicsOf(name).length === 0 && !silentNouns.includes(nounOf(name)),
    );
    expect(silent).toEqual([]);
  });

  it("concern the pages that show them", () => {
    expect(pageShows("/roadmap/2026-Q4", topicsOf("roadmap.moved"))).toBe(true);
    expect(pageShows("/tribes", topicsOf("roadmap.moved"))).toBe(false);
    expect(pageShows("/insights/INS-1", topicsOf("comment.written"))).toBe(true);
  });

  it("never move the list of insights by themselves", () => {
    expect(pageShows("/insights", topicsOf("insight.handed-in"))).toBe(false);
  });
});
