// The text of a tsquery, put together from parts of it; null stands for a part that says nothing.

type Part = string | null;

/** Lexemes hold letters, digits and marks only (cut.ts). */
export const exactly = (lexeme: string): string => `'${lexeme}'`;
export const beginning = (lexeme: string): string => `'${lexeme}':*`;

export const anyOf = (parts: readonly Part[]): Part => combine(parts, "|");
export const allOf = (parts: readonly Part[]): Part => combine(parts, "&");
/** Side by side, in this order. */
export const inARow = (parts: readonly Part[]): Part => combine(parts, "<->");
export const noneOf = (part: Part): Part => part && `!${part}`;

function combine(parts: readonly Part[], sign: string): Part {
  const told = [...new Set(sign === "<->" ? [] : parts)].filter((part) => part !== null);
  const all = sign === "<->" ? parts.filter((part) => part !== null) : told;
  if (all.length < 2) return all[0] ?? null;
  return `(${all.join(sign)})`;
}
