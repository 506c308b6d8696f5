import type { ReactNode } from "react";
import { fold } from "#lib/fold.ts";

/** One line of a list to choose from. */
export type Choice = {
  id: string;
  /** What is read, and what typing is compared with. */
  label: string;
  /** Words that find it too, e.g. a Tribe's letters. */
  also?: string;
  /** The heading it stands under; those of one heading follow each other. */
  group?: string;
  before?: ReactNode;
  /** A smaller line under the label. */
  below?: ReactNode;
  after?: ReactNode;
  /** The digit that takes it while nothing is typed. */
  digit?: number;
  /** Shown, and can't be taken, e.g. what is already there. */
  isOff?: boolean;
};

/** Those that hold every typed word, whatever its case and accents; all of them while nothing is typed. */
export function matching<One extends Choice>(choices: readonly One[], text: string): One[] {
  const words = fold(text).split(" ").filter(Boolean);
  return choices.filter(({ label, also = "" }) => {
    const said = fold(`${label} ${also}`);
    return words.every((word) => said.includes(word));
  });
}

/** The label cut where the typed words stand in it, e.g. "Envoyer le |rap|port" of "rap". */
export function marked(label: string, text: string): { part: string; isTyped: boolean }[] {
  const words = fold(text).split(" ").filter(Boolean);
  const signs = [...label];
  // A sign may fold into several ("ﬁ") or into none (an accent by itself).
  const folded = signs.map((sign) => (sign === " " ? " " : fold(sign)));
  const isTyped = signs.map(() => false);
  for (const word of words) {
    for (let at = 0; at < signs.length; at++) {
      const end = endOf(folded, at, word);
      if (end !== null) isTyped.fill(true, at, end);
    }
  }
  const parts: { part: string; isTyped: boolean }[] = [];
  signs.forEach((sign, at) => {
    const last = parts.at(-1);
    if (last && last.isTyped === isTyped[at]) last.part += sign;
    else parts.push({ part: sign, isTyped: isTyped[at] ?? false });
  });
  return parts;
}

function endOf(folded: readonly string[], from: number, word: string): number | null {
  let said = "";
  for (let at = from; at < folded.length; at++) {
    said += folded[at];
    if (said.length >= word.length) return said.startsWith(word) ? at + 1 : null;
    if (!word.startsWith(said)) return null;
  }
  return null;
}
