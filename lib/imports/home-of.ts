type Run = { id: string; subject: string; created: number; source: { id: string } };

/** The page on which what an import brought can be looked at; where it brought nothing new, all of its source. */
export function homeOf({ id, subject, created, source }: Run): string {
  if (subject === "themes" || subject === "initiatives" || subject === "okrs") return `/${subject}`;
  return created > 0 ? `/insights?state=all&import=${id}` : homeOfSource(source.id);
}

export function homeOfSource(sourceId: string): string {
  return `/insights?state=all&source=${sourceId}`;
}
