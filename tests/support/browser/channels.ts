/** Channels between the tabs of one browser: what is said arrives later, everywhere but where it was said. */
export class FakeChannel extends EventTarget {
  static open = new Set<FakeChannel>();
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
    FakeChannel.open.add(this);
  }

  postMessage(said: unknown): void {
    if (!FakeChannel.open.has(this)) throw new Error("The channel is closed.");
    const data = structuredClone(said);
    for (const other of FakeChannel.open) {
      if (other === this || other.name !== this.name) continue;
      queueMicrotask(() => {
        if (FakeChannel.open.has(other)) other.dispatchEvent(new MessageEvent("message", { data }));
      });
    }
  }

  close(): void {
    FakeChannel.open.delete(this);
  }
}
