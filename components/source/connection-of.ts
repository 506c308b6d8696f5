type Known = { id: string; version: number } | null;

/** What the form of a connection holds, as the command takes it. */
export function connectionOf(form: FormData, known: Known) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const list = (name: string) =>
    text(name)
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean);
  return {
    id: known?.id ?? null,
    version: known?.version ?? null,
    name: text("name"),
    kind: text("kind"),
    siteUrl: text("siteUrl"),
    account: text("account"),
    apiToken: text("apiToken"),
    webhookSecret: text("webhookSecret"),
    admits: {
      projects: list("projects"),
      requestTypes: list("requestTypes"),
      issueTypes: list("issueTypes"),
      query: text("query"),
    },
  };
}
