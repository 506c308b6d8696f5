export type Hearing = {
  hear: (operationId: string) => void;
  /** Those heard before the last turn are forgotten. */
  turn: () => void;
};

/** Tells each operation once, though both its bell and those who look for it may tell of it. */
export function hearOnce(onOperation: (operationId: string) => void): Hearing {
  let lately = new Set<string>();
  let before = new Set<string>();
  return {
    hear(operationId) {
      if (lately.has(operationId) || before.has(operationId)) return;
      lately.add(operationId);
      onOperation(operationId);
    },
    turn() {
      before = lately;
      lately = new Set();
    },
  };
}
