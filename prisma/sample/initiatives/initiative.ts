export type SampleInitiative = {
  title: string;
  problem: string;
  team: string;
  kind: "product" | "tech";
  origin: "bottom-up" | "top-down";
  originReason: string | null;
  /** Reach in customers per quarter; impact and confidence in hundredths; null: no score yet. */
  reach: number | null;
  impactHundredths: number | null;
  confidenceHundredths: number | null;
  effortHalfMonths: number | null;
  reasons: { reach: string; impact: string; confidence: string; effort: string };
  themes: string[];
  /** Key results served, by the codes of the sample's OKRs. */
  serves: string[];
  epicKey: string | null;
  /** What teams take on, in which quarter: 0 is the current one. Empty: still to place. */
  items: { team: string; quarter: number; effortHalfMonths: number }[];
};

/**
 * Reads blocks of lines: title, "team kind origin reach impact confidence epic [serves …]" ("?" for
 * what nobody knows yet), places ("0 dispatch 4, …", in person-months, or "-"), themes or "-", the
 * problem, why this reach, why this effort, and for a top-down one the need it comes from.
 */
export function readInitiatives(text: string): SampleInitiative[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => readInitiative(block.split("\n")));
}

function readInitiative(lines: string[]): SampleInitiative {
  const [title = "", head = "", places = "", themes = "", problem = "", reach = "", effort, need] =
    lines;
  const [team = "", kind, origin, reachWord, impactWord, confidenceWord, epic, ...serves] =
    head.split(" ");
  if (effort === undefined) throw new Error(`Not a whole initiative: ${title}`);
  const items = places === "-" ? [] : places.split(", ").map(readPlace);
  const impact = factor(impactWord, 100);
  const confidence = factor(confidenceWord, 1);
  return {
    title,
    problem,
    team,
    kind: kind === "tech" ? "tech" : "product",
    origin: origin === "top-down" ? "top-down" : "bottom-up",
    originReason: need ?? null,
    reach: factor(reachWord, 1),
    impactHundredths: impact,
    confidenceHundredths: confidence,
    effortHalfMonths: items.reduce((sum, item) => sum + item.effortHalfMonths, 0) || null,
    reasons: {
      reach,
      impact: impactReasons[impact ?? 0] ?? "",
      confidence: confidenceReasons[confidence ?? 0] ?? "",
      effort,
    },
    themes: themes === "-" ? [] : themes.split(" "),
    serves,
    epicKey: epic === undefined || epic === "-" ? null : epic,
    items,
  };
}

const impactReasons: Record<number, string> = {
  300: "Ceux qui sont touchés y perdent une demi-journée, ou un client.",
  200: "Cité spontanément dans plus de la moitié des entretiens.",
  100: "Un vrai gain chaque semaine, sans changer le métier.",
  50: "Utile, mais on s'en sort sans.",
  25: "Un agacement de moins.",
};

const confidenceReasons: Record<number, string> = {
  100: "Mesuré dans les données, et prototype testé.",
  80: "Portée mesurée, effet entendu en entretien, pas encore testé.",
  50: "Quelques entretiens seulement.",
  20: "Un pari : personne ne l'a encore essayé.",
};

function factor(word: string | undefined, times: number): number | null {
  return word === undefined || word === "?" ? null : Math.round(Number(word) * times);
}

function readPlace(place: string) {
  const [quarter, team = "", months] = place.split(" ");
  return { team, quarter: Number(quarter), effortHalfMonths: Number(months) * 2 };
}
