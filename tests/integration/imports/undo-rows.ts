/** Files whose imports are taken back. */
export const header =
  "Issue key,Issue id,Summary,Description,Status,Priority,Reporter,Updated,Labels,Organizations";

export const row = (n: number, more: Partial<Record<string, string>> = {}) =>
  [
    `${more.project ?? "UN"}-${n}`,
    n,
    more.title ?? `Title ${n}`,
    more.body ?? "It is gone.",
    more.status ?? "Open",
    more.priority ?? "High",
    more.reporter ?? "Ana Ruiz",
    more.updated ?? "2026-03-02 10:00",
    more.label ?? "",
    more.organisation ?? "Lisle",
  ].join(",");
