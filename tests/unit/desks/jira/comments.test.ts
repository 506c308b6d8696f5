import { describe, expect, it } from "vitest";
import { commentOf, commentsIn } from "#lib/desks/jira/issues/comments.ts";
import { jiraComment } from "#lib/desks/jira/issues/shapes.ts";
import { hasRealAnswers, plain, realAnswer } from "./examples.ts";

const read = (given: object) =>
  commentOf(jiraComment.parse({ id: "1", body: "Hello", ...given }), plain);
const note = (internal: unknown) => [{ key: "sd.public.comment", value: { internal } }];

describe("a comment", () => {
  it.each([
    ["Jira says that the customer sees it", { jsdPublic: true }, false],
    ["the service desk says so", { public: true }, false],
    ["a Server says so in its properties", { properties: note(false) }, false],
    ["Jira says it is internal", { jsdPublic: false }, true],
    ["the service desk says it is not public", { public: false }, true],
    ["a Server says it is internal", { properties: note(true), jsdPublic: true }, true],
    ["a Server says it is internal in words", { properties: note("true") }, true],
    [
      "it is for a role only",
      { jsdPublic: true, visibility: { type: "role", value: "Agents" } },
      true,
    ],
    ["nobody says anything", {}, true],
    ["what is said is nonsense", { jsdPublic: "yes" }, true],
  ])("when %s", (_, given, internal) => {
    expect(read(given).internal).toBe(internal);
  });

  it("has its author, its times and its text", () => {
    const author = { accountId: "qm:1:2", displayName: "Odile" };
    expect(read({ author, created: "2026-03-02T09:00:00.000+0100", jsdPublic: true })).toEqual({
      ...{ externalId: "1", author, body: "Hello", internal: false },
      createdAt: new Date("2026-03-02T08:00:00Z"),
      updatedAt: new Date("2026-03-02T08:00:00Z"),
    });
    expect(read({ body: { type: "doc", content: [{ type: "text", text: "Hi" }] } }).body).toBe(
      "Hi",
    );
    expect(read({ body: null, author: "deleted" })).toMatchObject({ body: "", author: null });
  });

  it("inside an issue may be one of more", () => {
    const comments = [{ id: "1", body: "x" }, { no: "id" }];
    expect(commentsIn({ comment: { comments, total: 9 } })).toMatchObject({
      whole: false,
      comments: [{ id: "1" }],
    });
    expect(commentsIn({ comment: { comments, total: 2 } }).whole).toBe(true);
    expect(commentsIn({}).whole).toBe(false);
  });

  if (hasRealAnswers)
    it("of a real desk is public where it says so", () => {
      const event = realAnswer("jira-webhooks/mattermost-cloud-comment-created.json");
      const comment =
        typeof event === "object" && event && "comment" in event ? event.comment : null;
      expect(commentOf(jiraComment.parse(comment), plain)).toMatchObject({
        externalId: "10019",
        internal: false,
      });
    });
});
