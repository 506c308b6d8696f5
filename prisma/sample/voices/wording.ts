import type { Random } from "#prisma/sample/random.ts";
import { slots } from "#prisma/sample/voices/slots.ts";

/** Chooses among `[a|b]`, then fills `{place}` and its like. `day` gives the month spoken of. */
export function worded(text: string, language: "fr" | "en", day: Date, random: Random): string {
  const chosen = text.replace(/\[([^\][]*)\]/g, (_, options: string) =>
    random.pick(options.split("|")),
  );
  const filled = chosen.replace(/\{(\w+)\}/g, (_, name: string) =>
    fill(name, language, day, random),
  );
  return capitalised(tidied(language === "fr" ? contracted(filled) : filled));
}

/** "de le lycée" is "du lycée", "de Évreux" is "d'Évreux". */
function contracted(text: string): string {
  return text
    .replace(/\b(d)e le /gi, "$1u ")
    .replace(/(^|\s)à le /g, "$1au ")
    .replace(/(^|\s)À le /g, "$1Au ")
    .replace(/\b(d)e (?=[AEÉIOU][a-zé]+)/g, "$1'");
}

function tidied(text: string): string {
  return text
    .replace(/ +([.,])/g, "$1")
    .replace(/ {2,}/g, " ")
    .trim();
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Text." and "the next" as one paragraph, with a full stop where one lacks. */
export function sentences(parts: string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => (/[.?!…)»"]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

/** After a colon or inside a sentence: "Le rapport" becomes "le rapport", "API" stays. */
export function lowerFirst(text: string): string {
  const proper = /^(I|I'm|I've|[A-ZÀ-Ý]{2}\w*|Sage|Terrain|Excel|Irish|CP12)\b/;
  const [firstWord = ""] = text.split(/[ ,'’]/);
  if (people.has(firstWord)) return text;
  if (proper.test(text) || /^[A-ZÀ-Ý]['’]?[a-zà-ÿ]* [A-Z]/.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const people = new Set([...(slots.fr.tech ?? []), ...(slots.en.eng ?? [])]);

function fill(name: string, language: "fr" | "en", day: Date, random: Random): string {
  if (name === "n") return String(random.between(2, 9));
  if (name === "mois" || name === "month") return monthBefore(day, language, random.between(1, 3));
  const list = slots[language][name];
  if (list === undefined) throw new Error(`No words for {${name}} in ${language}`);
  return random.pick(list);
}

function monthBefore(day: Date, language: "fr" | "en", months: number): string {
  const then = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, 1));
  return new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(then);
}
