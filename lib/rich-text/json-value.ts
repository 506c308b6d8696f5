/** A property of the value's own: "constructor" and the like are none. */
export function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

export function stringOf(value: unknown, name: string): string {
  const found = propertyOf(value, name);
  return typeof found === "string" ? found : "";
}

export function numberOf(value: unknown, name: string): number | null {
  const found = propertyOf(value, name);
  return typeof found === "number" && Number.isFinite(found) ? found : null;
}
