/** The page on which what an import brought can be looked at. */
export function homeOf(subject: string, sourceId: string): string {
  if (subject === "themes" || subject === "initiatives" || subject === "okrs") return `/${subject}`;
  return `/insights?state=all&source=${sourceId}`;
}
