import { z } from "zod";

// What Jira answers, as far as we look at it. What we do not know passes; what is not as it should
// be is empty, so that one odd value never hides the rest.
const text = z.string().nullish().catch(null);
const idText = z.union([z.string(), z.number().transform(String)]);

export const jiraPerson = z.looseObject({
  accountId: text,
  name: text,
  key: text,
  displayName: text,
  emailAddress: text,
  timeZone: text,
});
export type JiraPerson = z.infer<typeof jiraPerson>;

export const jiraIssue = z.looseObject({
  id: idText.refine((id) => /^\d{1,18}$/.test(id)),
  key: text,
  self: text,
  fields: z.record(z.string(), z.unknown()).nullish().catch(null),
  changelog: z.unknown().optional(),
});
export type JiraIssue = z.infer<typeof jiraIssue>;

export const jiraComment = z.looseObject({
  id: idText,
  self: text,
  author: jiraPerson.nullish().catch(null),
  body: z.unknown().optional(),
  created: z.unknown().optional(),
  updated: z.unknown().optional(),
  jsdPublic: z.boolean().nullish().catch(null),
  public: z.boolean().nullish().catch(null),
  visibility: z.unknown().optional(),
  properties: z
    .array(z.looseObject({ key: text, value: z.unknown().optional() }))
    .nullish()
    .catch(null),
});
export type JiraComment = z.infer<typeof jiraComment>;

/** Not a fixed object: one of its keys is called toString. */
export const jiraChangeItem = z.record(z.string(), z.unknown());

export const jiraHistory = z.looseObject({
  id: idText.nullish().catch(null),
  created: z.unknown().optional(),
  author: jiraPerson.nullish().catch(null),
  items: z
    .array(z.unknown())
    .catch([])
    .transform((items) => sorted(jiraChangeItem, items).good),
});
export type JiraHistory = z.infer<typeof jiraHistory>;

export const jiraField = z.looseObject({
  id: z.string(),
  name: z.string().catch(""),
  schema: z
    .looseObject({
      type: text,
      items: text,
      system: text,
      custom: text,
      customId: z.number().nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
export type JiraField = z.infer<typeof jiraField>;

export const cloudPage = z.looseObject({
  issues: z.array(z.unknown()),
  nextPageToken: text,
});
export const serverPage = z.looseObject({
  issues: z.array(z.unknown()),
  startAt: z.number().catch(0),
  total: z.number().nullish().catch(null),
});

/** The things of a list that are as they should be, and the others as they came. */
export function sorted<T>(shape: z.ZodType<T>, values: unknown[]): { good: T[]; bad: unknown[] } {
  const good: T[] = [];
  const bad: unknown[] = [];
  for (const value of values) {
    const read = shape.safeParse(value);
    if (read.success) good.push(read.data);
    else bad.push(value);
  }
  return { good, bad };
}
