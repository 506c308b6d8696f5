import { smallWordsOf } from "#lib/matching/words/small-words.ts";
import { cut } from "#lib/search/cut.ts";
import { bare, even } from "#lib/search/fold.ts";
import { lexemes } from "#lib/search/lexemes.ts";
import { smallWords } from "#lib/search/small-words.ts";

/** A word that says something, and what it is known by in either language. */
export type Term = { word: string; known: readonly string[] };

/** With which people ask, whatever they ask about. */
const asking = new Set(
  `possible possibilite moyen savoir connaitre existe existent exister propose proposez proposons dispose gere gerez geres
  gerer gerent permet permettre permettent support supporte supportez supporter prend prise charge prendre peut-on sait
  savez sait-on marche fonctionne fonctionner fonction fonctionnalite feature features available offer offers provide
  provides handle handles handling manage manages allow allows able way ways let lets work works need needs want wants
  client clients customer customers prospect prospects besoin voudrait voudraient souhaite souhaitent aimerait demande
  demandent asks asked asking tribune produit product logiciel software outil tool vos nos svp stp please thanks merci
  bonjour hello hi salut question quelque chose something anything ca est-ce use uses using utiliser utilise via
  exist exists there sur avoir sont ete mettre mis met make makes have got if when our your`.split(
    /\s+/,
  ),
);

/** The words of a text that can tell one capability from another, in their order; what is joined is one of them. */
export function termsOf(text: string): Term[] {
  return cut(even(text)).flatMap(({ parts, together, isElided, isHung }) => {
    const told = parts.slice(isElided ? 1 : 0, isHung ? -1 : parts.length);
    const words = told.filter((word) => !saysNothing(word));
    if (together !== null && words.length > 1)
      return [{ word: together, known: [together, ...words].flatMap(lexemes) }];
    return words.map((word) => ({ word, known: lexemes(word) }));
  });
}

function saysNothing(word: string): boolean {
  const plain = bare(word);
  if (plain.length < 2 && !/\d/.test(plain)) return true;
  return (
    smallWords.has(word) ||
    asking.has(plain) ||
    smallWordsOf.fr.has(plain) ||
    smallWordsOf.en.has(plain)
  );
}
