import * as z from "#lib/browser-zod.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import { standings } from "#lib/insights/standing.ts";
import { proposalReasons } from "#lib/proposals/kinds.ts";
import { isQuarter, type Quarter } from "#lib/quarter.ts";

// What is proposed of an insight, for whoever sorts. Nothing here was decided by anybody.

const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));

/** Of the `of` decided before that are most alike, `alike` went there; `words` speak for it, as its own text has them. */
const because = {
  reason: z.enum(proposalReasons),
  alike: z.number(),
  of: z.number(),
  words: z.array(z.string()),
};

const tribeOption = z.object({
  tribe: z.object({ id: z.guid(), code: z.string(), name: z.string(), position: z.number() }),
  /** Of that Tribe, where the most alike went. */
  team: z.nullable(z.object({ id: z.guid(), name: z.string() })),
  ...because,
});
export type TribeOption = z.output<typeof tribeOption>;

const themeOption = z.object({
  theme: z.object({ id: z.guid(), title: z.string() }),
  tribe: z.object({ id: z.guid(), code: z.string(), name: z.string(), position: z.number() }),
  team: z.nullable(z.object({ id: z.guid(), name: z.string() })),
  /** Of a team that the viewer is PM of. */
  isMine: z.boolean(),
  /** How many insights it has. */
  insights: z.number(),
  ...because,
});
export type ThemeOption = z.output<typeof themeOption>;

/** A theme that nobody made yet: what it would be called in the customers' words, and how many it would begin with. */
const newTheme = z.object({
  name: z.string(),
  /** This one counted. */
  insights: z.number(),
  words: z.array(z.string()),
});
export type NewTheme = z.output<typeof newTheme>;

const duplicateOption = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.nullable(z.string()),
  /** The beginning of its text, for one without a title. */
  excerpt: z.nullable(z.string()),
  level: z.enum(["looks-same", "similar"]),
  customer: z.nullable(z.string()),
  /** How many customers in all. */
  customers: z.number(),
  saidAt: z.iso.datetime({ offset: true }),
  standing: z.object({
    is: z.enum(standings),
    tribe: z.nullable(z.object({ code: z.string(), name: z.string(), position: z.number() })),
    team: z.nullable(z.string()),
    quarter: z.nullable(quarter),
    answer: z.nullable(z.enum(answers)),
  }),
  /** Common to both, to be underlined: as this insight's text has them. */
  words: z.array(z.string()),
});
export type DuplicateOption = z.output<typeof duplicateOption>;

const codeOption = <Code extends z.ZodMiniType>(code: Code) =>
  z.nullable(z.object({ code, ...because }));

const customerOption = z.object({
  customer: z.object({ id: z.guid(), name: z.string() }),
  ...because,
});
export type CustomerOption = z.output<typeof customerOption>;

export const proposals = z.object({
  insightId: z.guid(),
  /** Null when it has a Tribe, or nothing can be said. Sure: one option; else two at most, the likelier first. */
  tribe: z.nullable(
    z.object({
      isSure: z.boolean(),
      /** Nothing is called sure for now: of the last that were, so many were right. */
      withdrawn: z.nullable(z.object({ right: z.number(), judged: z.number() })),
      options: z.array(tribeOption),
    }),
  ),
  /** None when it has one; my team's first, else the likeliest first. */
  themes: z.array(themeOption),
  newTheme: z.nullable(newTheme),
  /** The three likeliest at most, the likeliest first. */
  duplicates: z.array(duplicateOption),
  kind: codeOption(z.enum(insightKinds)),
  language: codeOption(z.enum(["fr", "en", "mixed"])),
  severity: codeOption(z.string()),
  customer: z.nullable(customerOption),
});
export type Proposals = z.output<typeof proposals>;

/** How far those called sure may be trusted: "381 of the last 400 sure ones were right". */
export const surenessView = z.object({
  state: z.enum(["earned", "not-yet", "withdrawn"]),
  right: z.number(),
  judged: z.number(),
  /** Decisions learnt from. */
  decided: z.number(),
});
export type Sureness = z.output<typeof surenessView>;

const planned = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  quarter: z.nullable(quarter),
});
export type Planned = z.output<typeof planned>;

export const keptReason = z.object({ id: z.guid(), words: z.string(), version: z.number() });
export type KeptReason = z.output<typeof keptReason>;

/** Why one declines: what the team keeps, and what one's own teams said before. */
const usual = z.object({ kept: z.array(keptReason), usual: z.array(z.string()) });
export type Usual = z.output<typeof usual>;

/** What an answer could name: initiatives, entries of the catalogue that say it exists, reasons to decline. */
export const answering = z.object({
  planned: z.array(planned),
  places: z.array(z.object({ id: z.guid(), title: z.string() })),
  reasons: usual,
});
export type Answering = z.output<typeof answering>;
