import { ownAddress } from "#lib/door/own-address.ts";

/** What lib/door/arrivals.ts leads here was asked of somebody else's name: said to whoever mistyped it. */
function answer(): Response {
  const { origin } = ownAddress();
  return new Response(`Tribune: ${origin}\n`, {
    status: 421,
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
