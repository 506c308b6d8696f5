import { type Asked, takeApart } from "#lib/search/asked.ts";
import { cut, type Unit } from "#lib/search/cut.ts";
import { lexemes } from "#lib/search/lexemes.ts";
import { smallWords } from "#lib/search/small-words.ts";
import { allOf, anyOf, beginning, exactly, inARow, noneOf } from "#lib/search/tsquery.ts";
import { begun, itself, joined, togetherOrApart } from "#lib/search/word.ts";

/**
 * What is asked for, as a tsquery's text; null where it has no word. All words are needed, in any order, but for those
 * that say nothing, unless nothing else is asked.
 */
export function searchQuery(question: string): string | null {
  return anyOf(takeApart(question).map(allAsked));
}

/** A word by itself, which may be one with its neighbour; or anything else, already said. */
type Wanted = { word: string } | { part: string | null };

function allAsked(asked: readonly Asked[]): string | null {
  const wanted = asked.filter(({ isNot }) => !isNot).flatMap(wantedOf);
  const unwanted = asked
    .filter(({ isNot }) => isNot)
    .map((one) => noneOf(allOf(wantedOf(one).map(said))));
  const told = wanted.filter((one) => !("word" in one && smallWords.has(one.word)));
  const say = told.length > mostParted ? asWritten : said;
  return allOf([ways(wanted, told.length > 0, say), ...unwanted]);
}

const mostJoined = 6;
/** Of so many words each is also looked for written apart; of more, the index would be asked for hundreds. */
const mostParted = 2;

/** All of them in a row, any two neighbours also written as one word. */
function ways(
  wanted: readonly Wanted[],
  withoutSmall: boolean,
  say: (one: Wanted) => string | null,
): string | null {
  const [first, second] = wanted;
  if (!first) return null;
  const isSilent = withoutSmall && "word" in first && smallWords.has(first.word);
  const apart = allOf([isSilent ? null : say(first), ways(wanted.slice(1), withoutSmall, say)]);
  if (wanted.length > mostJoined || !second || !("word" in first && "word" in second)) return apart;
  const asOne = itself(first.word + second.word);
  return anyOf([apart, allOf([asOne, ways(wanted.slice(2), withoutSmall, say)])]);
}

function asWritten(wanted: Wanted): string | null {
  return "word" in wanted ? itself(wanted.word) : wanted.part;
}

function said(wanted: Wanted): string | null {
  return "word" in wanted ? togetherOrApart(wanted.word) : wanted.part;
}

/** Addresses, versions, amounts and dates are one thing, whatever stands between their parts. */
const oneThing = /@|:\/\/|^www\.|\p{L}\.\p{L}|\d[.,:/]\d/u;

function wantedOf({ text, isPhrase, isBeginning }: Asked): Wanted[] {
  const units = cut(text);
  if (isPhrase || (units.length > 1 && oneThing.test(text))) return [{ part: phrase(units) }];
  return units.map((unit, index) => wantedUnit(unit, isBeginning && index === units.length - 1));
}

function wantedUnit(unit: Unit, isBeginning: boolean): Wanted {
  const { parts, together, isElided, isHung, isUnspaced } = unit;
  if (isUnspaced) return { part: inARow(signsOf(parts)) };
  const told = parts.slice(isElided ? 1 : 0, isHung ? -1 : parts.length);
  const [only = "", ...others] = told;
  if (others.length === 0) return isBeginning ? { part: begun(only) } : { word: only };
  if (!isBeginning) return { part: anyOf([together && itself(together), joined(told)]) };
  const before = told.slice(0, -1).map(itself);
  const last = begun(told.at(-1) ?? "");
  return { part: anyOf([together && begun(together), inARow([...before, last])]) };
}

/** Pairs of signs; one sign alone begins some word. */
function signsOf(signs: readonly string[]): string[] {
  const pairs = signs.slice(0, -1).map((sign, index) => exactly(sign + signs[index + 1]));
  return pairs.length > 0 ? pairs : signs.map(beginning);
}

/** Every word side by side, neighbours also written as one. */
function phrase(units: readonly Unit[]): string | null {
  return rows(
    units.flatMap(({ parts, isUnspaced }) =>
      parts.map(
        (part, index): Place =>
          isUnspaced ? { sign: part + (parts[index + 1] ?? "") } : { word: part },
      ),
    ),
  );
}

type Place = { word: string } | { sign: string };

function rows(places: readonly Place[]): string | null {
  const [first, second] = places;
  if (!first) return null;
  const apart = beforeAll(saidAt(first), places.slice(1));
  if (places.length > mostJoined || !second || !("word" in first && "word" in second)) return apart;
  return anyOf([apart, beforeAll(itself(first.word + second.word), places.slice(2))]);
}

function beforeAll(first: string | null, others: readonly Place[]): string | null {
  return inARow([first, rows(others)]);
}

function saidAt(place: Place): string | null {
  if ("word" in place) return anyOf(lexemes(place.word).map(exactly));
  return [...place.sign].length > 1 ? exactly(place.sign) : beginning(place.sign);
}
