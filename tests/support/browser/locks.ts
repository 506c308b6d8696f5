type Waiting = { name: string; start: () => void };

/** The browser's locks: one holder a name, the others in turn. */
export function fakeLocks() {
  const held = new Set<string>();
  let waiting: Waiting[] = [];

  function next(name: string): void {
    held.delete(name);
    const first = waiting.find((one) => one.name === name);
    if (!first) return;
    waiting = waiting.filter((one) => one !== first);
    held.add(name);
    first.start();
  }

  return {
    request<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
      return new Promise((resolve, reject) => {
        const start = () =>
          void work()
            .then(resolve, reject)
            .finally(() => next(name));
        if (held.has(name)) {
          waiting.push({ name, start });
          return;
        }
        held.add(name);
        start();
      });
    },
    /** What the browser does for a tab that is closed while it holds the lock. */
    letGo: next,
  };
}
