type Sent = { operationId: string; name: string; input?: unknown };

/**
 * `answer-lost` and `answer-cut` act, and what they say does not arrive; `silent` acts and never says anything; `busy` does
 * the first of what it is asked and can't do the rest now.
 */
export type Weather =
  | "well"
  | "away"
  | "broken"
  | "signed-out"
  | "answer-lost"
  | "answer-cut"
  | "silent"
  | "busy"
  | "full"
  | "too-large";

type Server = {
  weather: Weather;
  /** Whose session it is; null: of whoever asks. */
  session: string | null;
  /** Names of commands that it refuses. */
  refuses: string[];
  /** What it has carried out, in order. */
  acts: Sent[];
  requests: Sent[][];
  fetch: (path: string, init: RequestInit) => Promise<Response>;
};

/** What stands behind /api/commands, as a browser sees it: acts once an operation, and repeats its first result. */
export function fakeServer(): Server {
  const server: Server = {
    weather: "well",
    session: null,
    refuses: [],
    acts: [],
    requests: [],
    fetch: answer,
  };
  return server;

  async function answer(_: string, { body, signal }: RequestInit): Promise<Response> {
    const { personId, commands }: { personId: string; commands: Sent[] } = JSON.parse(String(body));
    server.requests.push(commands);
    const { weather } = server;
    if (weather === "away") throw new TypeError("Failed to fetch");
    if (weather === "broken") return new Response("Bad gateway", { status: 502 });
    if (weather === "too-large") return new Response("Too large", { status: 413 });
    const isTheirs = server.session === null || server.session === personId;
    if (weather === "signed-out" || !isTheirs) return refusal(401, "signed-out");
    if (weather === "full") return passing([], "storage-full");
    if (weather === "busy") return passing(commands.slice(0, 1).map(outcome), "busy");
    const answers = commands.map(outcome);
    if (weather === "silent") await givenUp(signal);
    if (weather === "answer-lost") throw new TypeError("Failed to fetch");
    if (weather === "answer-cut") return new Response('{"answers":[{"opera');
    return Response.json({ answers });
  }

  function outcome({ operationId, name, input }: Sent) {
    const at = server.acts.findIndex((one) => one.operationId === operationId);
    if (at !== -1) return { operationId, ok: true, result: at };
    if (server.refuses.includes(name) || isUndoOfNothing({ name, input }))
      return { operationId, ok: false, error: { key: "refused", params: { name } } };
    server.acts.push({ operationId, name, input });
    return { operationId, ok: true, result: server.acts.length - 1 };
  }

  function isUndoOfNothing({ name, input }: Pick<Sent, "name" | "input">): boolean {
    const known = JSON.stringify(input ?? null);
    return name === "undo" && !server.acts.some(({ operationId }) => known.includes(operationId));
  }
}

function passing(answers: unknown[], key: string): Response {
  return Response.json({ answers, error: { key, params: {} } }, { status: 503 });
}

function refusal(status: number, key: string): Response {
  return Response.json({ error: { key, params: {} } }, { status });
}

function givenUp(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("Given up", "AbortError")));
  });
}
