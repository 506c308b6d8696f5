/** What desks and account files say in words of their own, by ours; the first line that holds a word has it. */
const said = {
  severity: {
    low: "low, minor, trivial, lowest, p4, sev4, faible, mineure, basse",
    medium: "medium, moderate, normal, p3, sev3, moyenne, normale",
    high: "high, major, p2, sev2, haute, majeure, elevee, élevée",
    critical: "critical, highest, urgent, p1, sev1, critique",
    blocker: "blocker, blocking, p0, sev0, bloquante, bloquant",
  },
  segment: {
    small: "small, smb, sb, tpe, petite",
    mid: "mid, medium, mid-market, midmarket, pme, moyenne",
    large: "large, enterprise, eti, grande, key account, grand compte",
  },
} as const;

type Said = typeof said;
export type Severity = keyof Said["severity"];
export type Segment = keyof Said["segment"];

const severities = byWord<Severity>(said.severity);
const segments = byWord<Segment>(said.segment);

/** Every word by which a desk may mean that. */
export function wordsFor(of: "severity" | "segment", code: string): string[] {
  const codes: ReadonlyMap<string, string> = of === "severity" ? severities : segments;
  return [...codes].filter(([, means]) => means === code).map(([word]) => word);
}

/** From the least grave on. */
export const severityCodes = [
  "low",
  "medium",
  "high",
  "critical",
  "blocker",
] as const satisfies Severity[];
export const segmentCodes = ["small", "mid", "large"] as const satisfies Segment[];

/** How grave a desk's own word is, or null where it isn't known: it is then shown as it was written. */
export const severityOf = (raw: string): Severity | null => known(severities, raw);

/** How big a company is by its file's own word, or null where it isn't known. */
export const segmentOf = (raw: string): Segment | null => known(segments, raw);

function byWord<Code extends string>(
  words: Readonly<Record<Code, string>>,
): ReadonlyMap<string, Code> {
  const codes = new Map<string, Code>();
  for (const code in words) for (const word of words[code].split(", ")) codes.set(word, code);
  return codes;
}

function known<Code>(codes: ReadonlyMap<string, Code>, raw: string): Code | null {
  return codes.get(raw.trim().toLowerCase()) ?? null;
}
