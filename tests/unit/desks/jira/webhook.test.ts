import { createHmac } from "node:crypto";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unknownFields } from "#lib/desks/jira/issues/fields.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { transitionsOf } from "#lib/desks/jira/issues/transitions.ts";
import { parseWebhook } from "#lib/desks/jira/issues/webhook.ts";
import { claimedSignature, signing } from "#lib/desks/jira/issues/webhook-signature.ts";
import { makeTicket } from "#tests/support/fake-jira/tickets.ts";
import {
  commentEvent,
  commentedIssueEvent,
  issueEvent,
  storm,
} from "#tests/support/fake-jira/webhooks.ts";
import { hasRealAnswers, plain, realAnswer, sharedFolder } from "./examples.ts";

const cloud = { base: "https://desk.example.com", server: false };
const server = { base: "https://jira.example.com/jira", server: true };
const ticket = makeTicket(2);
const comment = ticket.comments[0] ?? { id: "1", at: 0, author: 0, body: "", isPublic: true };
const read = (body: string) => parseWebhook(JSON.parse(body));

describe("a webhook", () => {
  it.each([
    ["a new issue of the Cloud", issueEvent("created", ticket, cloud), "issue"],
    ["a changed issue of a Server", issueEvent("updated", ticket, server), "issue"],
    ["a deleted issue", issueEvent("deleted", ticket, cloud), "deleted"],
    ["a comment of the Cloud", commentEvent("created", ticket, comment, cloud), "comment"],
    [
      "a comment of a Server, which comes without its issue",
      commentEvent("created", ticket, comment, server),
      "comment",
    ],
    [
      "the same comment beside its issue",
      commentedIssueEvent(ticket, comment, server.base),
      "issue",
    ],
  ])("tells of %s", (_, body, kind) => {
    expect(read(body)).toMatchObject({ kind, siteIssueId: "50002" });
  });

  it("tells when its issue was changed, and not when it does not say", () => {
    expect(read(issueEvent("updated", ticket, cloud)).updated).toEqual(new Date(ticket.updated));
    expect(read(commentEvent("created", ticket, comment, cloud)).updated).toBeNull();
    expect(read(commentEvent("created", ticket, comment, cloud)).sentAt).toEqual(
      new Date(comment.at + 40),
    );
  });

  it("of a comment blanks nothing of the issue that it hardly shows", () => {
    const { issue } = read(commentEvent("created", ticket, comment, cloud));
    const { row } = ticketOf(issue ?? { id: "0" }, unknownFields, plain, { row: 1 });
    expect(
      [...row.present].filter((field) =>
        ["description", "labels", "reporter", "created"].includes(field),
      ),
    ).toEqual([]);
    expect(row.present.has("status")).toBe(true);
  });

  it("tells a comment once by its id, however often it comes", () => {
    const twice = [
      commentEvent("created", ticket, comment, server),
      commentedIssueEvent(ticket, comment, server.base),
    ];
    expect(new Set(twice.map((body) => read(body).comment?.id)).size).toBe(1);
    expect(read(commentEvent("deleted", ticket, comment, cloud)).commentDeleted).toBe(true);
  });

  it("tells a change of status with its time", () => {
    const { history } = read(issueEvent("updated", ticket, cloud));
    expect(transitionsOf(history ? [history] : [])).toMatchObject([
      { at: new Date(ticket.updated), fromStatus: "En cours", toStatus: "Terminé" },
    ]);
  });

  it("tells the key an issue had before it moved", () => {
    const items = [{ field: "Key", fromString: "SAV-1", toString: "ROAD-1" }];
    const body = {
      ...JSON.parse(issueEvent("updated", ticket, cloud)),
      changelog: { id: "1", items },
    };
    expect(parseWebhook(body).formerKeys).toEqual(["SAV-1"]);
  });

  it.each([
    ["an unknown event", { webhookEvent: "sprint_started", sprint: {} }],
    [
      "an event about an issue that is not for us",
      { webhookEvent: "worklog_updated", issue: { id: "1", key: "A-1" } },
    ],
    ["a change without an issue", { webhookEvent: "jira:issue_updated" }],
    ["an issue without an id", { webhookEvent: "jira:issue_updated", issue: { key: "A-1" } }],
    ["a comment that leads to no issue", { webhookEvent: "comment_created", comment: { id: "1" } }],
    ["nothing", {}],
    ["a list", [1]],
    ["null", null],
    ["a word", "hello"],
  ])("ignores %s", (_, body) => {
    expect(parseWebhook(body).kind).toBe("ignored");
  });

  it("of an automation, without an event, counts as a change", () => {
    const { issue } = JSON.parse(issueEvent("updated", ticket, cloud));
    expect(parseWebhook({ issue })).toMatchObject({
      kind: "issue",
      siteIssueId: "50002",
      event: null,
    });
    expect(parseWebhook(issue)).toMatchObject({ kind: "issue", key: "SAV-3" });
  });

  it("in a storm comes in any order, the same for the same seed", () => {
    const bodies = ["a", "b", "c", "d", "e"];
    expect(storm(bodies, 5, 7)).toEqual(storm(bodies, 5, 7));
    expect(storm(bodies, 5, 7)).not.toEqual(storm(bodies, 5, 8));
    expect(
      storm(bodies, 5)
        .map(({ body }) => body)
        .sort()
        .join(""),
    ).toBe("aaaaabbbbbcccccdddddeeeee");
  });
});

if (hasRealAnswers)
  describe("the webhooks of real sites", () => {
    const files = hasRealAnswers ? readdirSync(`${sharedFolder}/jira-webhooks`) : [];

    it.each(files)("%s is understood", (file) => {
      const event = parseWebhook(realAnswer(`jira-webhooks/${file}`));
      expect(event.kind).toBe(
        /(cloud|server)-comment-(created|updated|deleted)/.test(file) ? "comment" : "issue",
      );
      expect(event.siteIssueId).toMatch(/^\d+$/);
      expect(event.sentAt?.getFullYear()).toBeGreaterThan(2016);
      if (event.kind === "issue") {
        expect(event.updated).not.toBeNull();
        const { row } = ticketOf(event.issue ?? { id: "0" }, unknownFields, plain, { row: 1 });
        expect(row).toMatchObject({
          title: expect.stringMatching(/./),
          status: expect.stringMatching(/./),
        });
        expect(row.createdAt).not.toBeNull();
      }
    });
  });

describe("the signature of a webhook", () => {
  const raw = Buffer.from('{"a":"é"}');
  const hex = createHmac("sha256", "secret").update(raw).digest("hex");

  it.each([
    ["Jira's own", raw, `sha256=${hex}`, "secret", true],
    ["capital letters", raw, `sha256=${hex.toUpperCase()}`, "secret", true],
    ["other bytes", Buffer.from('{"a":"e"}'), `sha256=${hex}`, "secret", false],
    ["another secret", raw, `sha256=${hex}`, "other", false],
    ["no secret", raw, `sha256=${createHmac("sha256", "").update(raw).digest("hex")}`, "", false],
    ["another method", raw, `sha1=${hex}`, "secret", false],
    ["no method", raw, hex, "secret", false],
    ["a short one", raw, `sha256=${hex.slice(2)}`, "secret", false],
    ["none", raw, null, "secret", false],
    ["an empty one", raw, "", "secret", false],
  ])("%s", (_, bytes, header, secret, genuine) => {
    const claimed = claimedSignature(header);
    const signed = signing(secret);
    // As they come in: a few at a time.
    for (const byte of bytes) signed.add(Uint8Array.of(byte));
    expect(claimed !== null && signed.proves(claimed)).toBe(genuine);
  });
});
