import { afterEach, describe, expect, test, vi } from "vitest";
import { commandStore, type Entry, nextBatch } from "#components/commands/command-store.ts";

const act = (operationId: string, input: unknown = {}): Entry => ({
  operationId,
  name: "insight.assign",
  input,
});
const idsOf = (entries: readonly Entry[]) => entries.map(({ operationId }) => operationId);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("what waits", () => {
  test("is kept in order, for the next tab too, and for its own person only", async () => {
    const store = commandStore("marie");
    await Promise.all(["a", "b", "c"].map((id) => store.add(act(id))));
    expect(idsOf(await commandStore("marie").read())).toEqual(["a", "b", "c"]);
    expect(await commandStore("paul").read()).toEqual([]);
  });

  test("leaves once it was answered, wherever it was added", async () => {
    const one = commandStore("both");
    const two = commandStore("both");
    await Promise.all([one.add(act("a")), two.add(act("b")), one.add(act("c"))]);
    await two.remove(new Set(["a", "c"]));
    expect(idsOf(await one.read())).toEqual(["b"]);
  });

  test.each([
    ["is not there", () => vi.stubGlobal("indexedDB", undefined)],
    ["is shut", () => vi.stubGlobal("indexedDB", { open: shut })],
    ["is full", () => vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(shut)],
  ])("waits in memory where the browser's database %s", async (_, happen) => {
    // A page keeps the connection it has; this one begins without.
    vi.resetModules();
    happen();
    const fresh = await import("#components/commands/command-store.ts");
    const store = fresh.commandStore("nobody");
    for (const id of ["a", "b", "c"]) await store.add(act(id));
    await store.remove(new Set(["b"]));
    expect(idsOf(await store.read())).toEqual(["a", "c"]);
  });

  test("keeps its order when the database takes the first not, and then others", async () => {
    const store = commandStore("order");
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(shut);
    for (const id of ["a", "b", "c"]) await store.add(act(id));
    expect(idsOf(await store.read())).toEqual(["a", "b", "c"]);
  });

  test("is not given again when the database can no longer strike it off", async () => {
    const store = commandStore("struck");
    await store.add(act("a"));
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(shut);
    await store.remove(new Set(["a"]));
    expect(await store.read()).toEqual([]);
  });
});

describe("what is sent together", () => {
  test("is what came first, a hundred at most", () => {
    const many = Array.from({ length: 130 }, (_, at) => act(`${at}`));
    expect(idsOf(nextBatch(many))).toEqual(idsOf(many.slice(0, 100)));
    expect(nextBatch([])).toEqual([]);
  });

  test.each([
    ["English", "a"],
    ["French", "é"],
    ["Japanese", "見"],
    ["emoji", "😀"],
  ])("fits into what the server reads, in %s", (_, letter) => {
    const many = Array.from({ length: 100 }, (__, at) => act(`${at}`, letter.repeat(20_000)));
    const batch = nextBatch(many);
    const bytes = new TextEncoder().encode(JSON.stringify({ commands: batch })).length;
    expect(batch.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(1_000_000);
  });

  test("is one that is too large by itself, alone: it can't hold up the others", () => {
    const large = act("large", "a".repeat(2_000_000));
    expect(idsOf(nextBatch([large, act("b")]))).toEqual(["large"]);
    expect(idsOf(nextBatch([act("b"), large]))).toEqual(["b"]);
  });
});

function shut(): never {
  throw new DOMException("Not here.", "SecurityError");
}
