// A word or a sequence of signs and how often it stands there, in one number.

const termBits = 21;
const gramBits = 18;
const most = { term: 2 ** 11 - 1, gram: 2 ** 14 - 1 };
/** So that a text and a frequency are one small number of the engine. */
const postingFactor = 2 ** 11;

export const asTerm = (term: number, fifths: number): number =>
  (Math.min(fifths, most.term) << termBits) | term;
export const termOf = (entry: number): number => entry & (2 ** termBits - 1);
export const fifthsOf = (entry: number): number => entry >>> termBits;

export const asGram = (gram: number, times: number): number =>
  (Math.min(times, most.gram) << gramBits) | gram;
export const gramOf = (entry: number): number => entry & (2 ** gramBits - 1);
export const timesOf = (entry: number): number => entry >>> gramBits;

export const asPosting = (text: number, fifths: number): number =>
  text * postingFactor + Math.min(fifths, postingFactor - 1);
export const textOf = (posting: number): number => Math.floor(posting / postingFactor);
export const fifthsIn = (posting: number): number => posting % postingFactor;

/** What is said once counts fully, more often ever less more; in pasted code less. */
export const damped = (times: number): number => (times < 1 ? times : Math.sqrt(times));

/** The same of each number of fifths, looked up: it is asked for a hundred thousand times a search. */
export const dampedFifths = Float64Array.from({ length: postingFactor }, (_, fifths) =>
  damped(fifths / 5),
);
