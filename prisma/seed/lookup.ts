/** What the sample names and the seed has made. Throws on a name that stands nowhere else in the sample. */
export function lookup<Value>(known: ReadonlyMap<string, Value>, name: string): Value {
  const value = known.get(name);
  if (value === undefined) throw new Error(`The sample names something it does not have: ${name}`);
  return value;
}
