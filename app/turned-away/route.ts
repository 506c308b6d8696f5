import { TURNED_AWAY } from "#lib/door/arrivals.ts";
import { ownAddress } from "#lib/door/own-address.ts";

/** Before anybody's language is known: in both. */
const sentences: Readonly<Record<string, string>> = {
  400: "This address can't be read. · Cette adresse est illisible.",
  403: "This request came from another page than Tribune's. · Cette demande vient d’une autre page que celles de Tribune.",
  421: "Tribune is elsewhere · Tribune est ailleurs :",
};

/** Answers what lib/door/arrivals.ts turned away. By itself it is nowhere. */
function answer(request: Request): Response {
  const status = request.headers.get(TURNED_AWAY) ?? "";
  const sentence = sentences[status];
  if (!sentence) return new Response(null, { status: 404 });
  return new Response(`${sentence} ${ownAddress().origin}\n`, {
    status: Number(status),
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

export {
  answer as DELETE,
  answer as GET,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
