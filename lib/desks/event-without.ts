import { erasedWord, type Forgotten } from "#lib/forgotten/forgotten.ts";

/** The body of a webhook without the forgotten: a person's object that is one of them says nothing any more. */
export function eventWithout(forgotten: Forgotten, body: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return forgotten.text(body, { language: null });
  }
  const after = forgotten.json(withoutPeople(forgotten, parsed), { language: null });
  return JSON.stringify(after) === JSON.stringify(parsed) ? body : JSON.stringify(after);
}

const names = ["accountId", "name", "key", "displayName", "emailAddress"];

function withoutPeople(forgotten: Forgotten, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutPeople(forgotten, part));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const text = (name: string) => {
    const found: unknown = entries.find(([key]) => key === name)?.[1];
    return typeof found === "string" ? found : null;
  };
  const isPerson = text("displayName") !== null || text("emailAddress") !== null;
  const known = ["accountId", "name", "key"].some((name) =>
    forgotten.holds({ id: text(name), name: text("displayName"), email: text("emailAddress") }),
  );
  if (isPerson && known)
    return Object.fromEntries(
      names.flatMap((name) => (text(name) === null ? [] : [[name, erasedWord(null)]])),
    );
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutPeople(forgotten, part)]));
}
