import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as french } from "@zxcvbn-ts/language-fr";
import { shortestPassword } from "#lib/auth/password-length.ts";
import { fold } from "#lib/fold.ts";

// A password has 12 characters, and as many without the words of its own account: name, address, company, Tribune. It
// is none of those that everybody tries first: common passwords, words, keys side by side, repeats, dates, whatever
// stands for a letter in them. Nothing else is asked of it, signs and capitals least (NIST SP 800-63B, 5.1.1).

export type Weakness = "password-short" | "password-own-words" | "password-common";

export type Account = { name: string; email: string };

/** What is wrong with a password; null when nothing is. */
export function weaknessOf(password: string, account: Account): Weakness | null {
  if (charactersOf(password) < shortestPassword) return "password-short";
  const own = ownWordsOf(account);
  if (charactersOf(without(fold(password), own)) < shortestPassword && holdsOne(password, own))
    return "password-own-words";
  return measure().check(password, own).guessesLog10 < fewestGuesses ? "password-common" : null;
}

/** A hundred million, as a power of ten: what somebody who tries at a sign-in never comes to. */
const fewestGuesses = 8;

let measuring: ZxcvbnFactory | undefined;

function measure(): ZxcvbnFactory {
  measuring ??= new ZxcvbnFactory({
    dictionary: { ...common, ...french },
    graphs: adjacencyGraphs,
    maxLength: 64,
  });
  return measuring;
}

/** Longest first, so that what is left of one is not taken for another. */
function ownWordsOf({ name, email }: Account): string[] {
  const [local = "", domain = ""] = fold(email).split("@");
  const company = domain.replace(/\.[^.]*$/, "");
  const words = `${fold(name)} ${local} ${company} tribune`.split(/[^\p{L}\p{N}]+/u);
  const all = new Set([...words, local, domain].filter((word) => charactersOf(word) >= 3));
  return [...all].toSorted((a, b) => b.length - a.length);
}

function holdsOne(password: string, own: readonly string[]): boolean {
  const folded = fold(password);
  return own.some((word) => folded.includes(word));
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, ""), text);
}

function charactersOf(text: string): number {
  return [...text].length;
}
