import { describe, expect, it } from "vitest";
import { pageShows } from "#components/live/page-topics.ts";
import { permissionToKnow, topicsOf } from "#lib/live/topics.ts";
import { operationsByName } from "#lib/nouns.ts";

describe("the topics of news", () => {
  it.each([
    ["insight.assigned", ["insights"]],
    ["insight.shared-out", ["insights"]],
    ["theme.grouped", ["themes", "insights"]],
    ["roadmap.moved", ["roadmap"]],
    ["objective.created", ["okrs"]],
    ["follow.started", []],
    ["nothing.ever", []],
  ])("of %s are %j", (name, topics) => {
    expect(topicsOf(name)).toEqual(topics);
  });

  it("may each be known by somebody", () => {
    for (const topic of new Set([...operationsByName.keys()].flatMap(topicsOf)))
      expect(permissionToKnow(topic)).toMatch(/:/);
  });

  it("are, for a comment, those of everything that may be commented", () => {
    expect(topicsOf("comment.written").toSorted()).toEqual(["initiatives", "insights", "themes"]);
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
