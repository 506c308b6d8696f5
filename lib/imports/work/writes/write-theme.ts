import "server-only";
import type { ThemeEntry } from "#lib/imports/work/plans/entries.ts";
import { isWritten, linksToAdd, marks, merge } from "#lib/imports/work/plans/merge.ts";
import { created, type Outcome, unchanged } from "#lib/imports/work/plans/outcome.ts";
import { sameTheme } from "#lib/imports/work/reads/same-here.ts";
import { keepReference } from "#lib/imports/work/writes/keep-reference.ts";
import { type RowWriting, referenceOf } from "#lib/imports/work/writes/row-writing.ts";
import type { Said } from "#lib/operations/said.ts";
import type { Write } from "#lib/operations/write.ts";
import { changeThemes, linkInsights, makeThemes } from "#lib/themes/writes/theme-rows.ts";

const parts = [["title"], ["description"], ["tribeId", "teamId"]] as const;

/** Creates a theme, or brings it to what the file says where nobody here has decided otherwise. */
export async function putTheme(writing: RowWriting, entry: ThemeEntry): Promise<Outcome> {
  const { fields, insightIds, externalId } = entry;
  const reference = referenceOf(writing, "theme", externalId);
  if (reference && isWritten({ ...fields, insightIds: undefined }, reference.written)) {
    const { add } = linksToAdd(insightIds, [], reference.written.insightIds);
    if (add.length === 0) return unchanged;
  }
  const id = reference?.targetId ?? (await sameTheme(writing, fields));
  const theme = id === null ? null : await currentTheme(writing, id);
  if (!theme) return createTheme(writing, entry);
  if (theme.archivedAt) return unchanged;
  const before = reference?.written ?? {};
  const { changes, written, differences } = merge(parts, fields, theme, before);
  const links = linksToAdd(insightIds, theme.insightIds, before.insightIds);
  const { w } = writing;
  if (w && Object.keys(changes).length > 0) await changeThemes(w, [theme.id], changes);
  if (w) await group(w, writing.said, theme.id, links.add);
  const kept = { targetId: theme.id, written: { ...written, insightIds: links.written } };
  await keepReference(writing, "theme", externalId, kept);
  if (links.add.length > 0)
    differences.push({ field: "insights", before: null, after: links.add.length });
  return differences.length > 0 ? { outcome: "updated", differences } : unchanged;
}

async function createTheme(writing: RowWriting, { externalId, fields, insightIds }: ThemeEntry) {
  const { w, said } = writing;
  if (!w) return created;
  const { description = "", ...others } = fields;
  const [id = ""] = await makeThemes(w, [{ ...others, description }], said);
  await group(w, said, id, insightIds);
  const reference = { targetId: id, written: { ...marks(fields), insightIds } };
  await keepReference(writing, "theme", externalId, reference);
  return created;
}

async function group(w: Write, { at }: Said, themeId: string, insightIds: string[]) {
  const links = insightIds.map((insightId) => ({ themeId, insightId }));
  await linkInsights(w, links, at);
}

async function currentTheme({ tx, w }: RowWriting, id: string) {
  if (w) await w.tx.$executeRaw`SELECT 1 FROM theme WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const theme = await tx.theme.findUnique({
    where: { id },
    select: {
      id: true,
      title: true,
      description: true,
      tribeId: true,
      teamId: true,
      archivedAt: true,
      insights: { select: { insightId: true } },
    },
  });
  return theme && { ...theme, insightIds: theme.insights.map(({ insightId }) => insightId) };
}
