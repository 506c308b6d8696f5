/** The browser's end of the server's news, spoken for by a test. */
export class FakeEventSource extends EventTarget {
  static made: FakeEventSource[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  isClosed = false;

  constructor() {
    super();
    FakeEventSource.made.push(this);
  }

  opens(): void {
    if (!this.isClosed) this.onopen?.();
  }

  says(news: { topics: readonly string[]; own?: string }): void {
    if (!this.isClosed) this.onmessage?.({ data: JSON.stringify(news) });
  }

  fails(): void {
    if (!this.isClosed) this.onerror?.();
  }

  close(): void {
    this.isClosed = true;
  }
}
