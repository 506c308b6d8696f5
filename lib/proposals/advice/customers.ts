import { isFreeMail } from "#lib/customers/free-mail.ts";
import { bare } from "#lib/matching/words/words.ts";
import type { Choices, KnownInsight } from "#lib/proposals/advice/known.ts";
import type { ProposalReason } from "#lib/proposals/kinds.ts";

type Customers = Choices["customers"];
type Found = { id: string; reason: ProposalReason; words: string[] };

/** A name of a few letters stands in many a text that does not mean it. */
const shortestName = 5;
const longestRead = 8000;
const between = /[^\p{L}\p{N}]+/u;

/** Finds whom an insight is from, where nobody said: who asked is of them, has their address, or names them. */
export function customerFinder(customers: Customers) {
  const known = new Set(customers.map(({ id }) => id));
  const byDomain = new Map(
    customers.flatMap(({ id, domains }) => domains.map((domain) => [domain.toLowerCase(), id])),
  );
  const byFirstWord = Map.groupBy(
    customers.flatMap(({ id, name }) => {
      const words = bare(name).split(between).filter(Boolean);
      return words.join("").length < shortestName ? [] : [{ id, name, words }];
    }),
    ({ words }) => words[0],
  );

  return (insight: KnownInsight): Found | null => {
    const employer = insight.employers.find((id) => known.has(id));
    if (employer) return { id: employer, reason: "person", words: [] };
    for (const domain of insight.domains) {
      const id = isFreeMail(domain) ? undefined : byDomain.get(domain);
      if (id) return { id, reason: "domain", words: [domain] };
    }
    return namedIn(`${insight.title ?? ""}\n${insight.body.slice(0, longestRead)}`);
  };

  /** The longest name that stands in it; one of a single word may be an everyday one: only with its capitals. */
  function namedIn(text: string): Found | null {
    const words = bare(text).split(between).filter(Boolean);
    let found: { id: string; name: string; words: string[] } | null = null;
    for (const [at, word] of words.entries())
      for (const one of byFirstWord.get(word) ?? [])
        if (
          one.words.length > (found?.words.length ?? 0) &&
          one.words.every((part, index) => words[at + index] === part) &&
          (one.words.length > 1 || text.includes(one.name))
        )
          found = one;
    return found && { id: found.id, reason: "name", words: [found.name] };
  }
}
