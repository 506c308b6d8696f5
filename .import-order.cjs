// The order of imports within lib, one list: a place knows only the lines above its own. What stands on one line knows
// nothing of each other, unless it is one knot (in brackets of its own). Every folder and file of lib has its place; one
// that is named with its folder ("jobs/queue.ts") stands apart from the rest of it.
module.exports = [
  // Values
  [
    "text.ts",
    "fold.ts",
    "day.ts",
    "quarter.ts",
    "grace.ts",
    "nil-id.ts",
    "cursor.ts",
    "stored-sentence.ts",
    "typed-number.ts",
    "key-number.ts",
    "whole-folder.ts",
  ],
  ["months.ts", "rich-text", "browser-zod.ts", "matching", "search"],
  // What the process was started with
  ["env.ts", "outside-requests.ts"],
  // What is asked of it at once
  ["busy.ts", "connections.ts", "troubles.ts"],
  ["read-body.ts", "turns.ts"],
  ["fair-share.ts"],
  ["clock.ts", "door"],
  // Refusals and their words
  [["i18n", "errors.ts"]],
  ["typed-input.ts"],
  ["tables", "secret-box.ts"],
  // The database
  ["generated"],
  ["db.ts"],
  ["trouble"],
  ["sql", "refusal.ts"],
  ["waits.ts"],
  // Who asked to be forgotten
  ["forgotten"],
  // Who may, the one way of writing, and the edge that asks for both
  [["auth", "frame", "operations", "action.ts", "i18n/request.ts"]],
  // Asking for work that goes on by itself
  ["jobs/queue.ts"],
  // The nouns
  ["people", "settings", "saved-views", "duty"],
  ["tribes", "customers", ["erasure/noun.ts", "erasure/noun.server.ts", "erasure/tables.ts"]],
  ["insights"],
  ["tickets"],
  ["themes", "distribution", "initiatives", "okrs"],
  [
    ["comments/noun.ts", "comments/noun.server.ts", "comments/tables.ts"],
    ["notices/noun.ts", "notices/noun.server.ts", "notices/tables.ts"],
    ["outbox/noun.ts", "outbox/noun.server.ts", "outbox/tables.ts"],
    "roadmap",
  ],
  ["proposals", "catalogue"],
  ["imports", "desks"],
  [
    [
      "backup/noun.server.ts",
      "backup/tables.ts",
      "backup/kept.ts",
      "backup/backup-key.ts",
      "backup/reads/kept-backups.ts",
    ],
  ],
  ["outbox/reads/counts.ts"],
  ["dashboards", "today", "find"],
  // All nouns in one list, and what is given it
  ["nouns.ts", "nouns.server.ts"],
  ["history", "live", "export", "comments", "erasure"],
  ["doctor/invariants.ts"],
  ["backup", "outbox/grace.ts"],
  ["notices"],
  ["outbox"],
  // All commands in one list, and the edge that asks for them
  ["commands.ts"],
  ["act.ts"],
  ["auth/actions.ts"],
  // The processes
  ["doctor", "jobs"],
  ["cli", "launcher"],
];
