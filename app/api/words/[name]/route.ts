import { clientWords } from "#lib/i18n/client-words.ts";
import { isLanguage } from "#lib/i18n/language.ts";

/** The words of the screens in one language. Who asks by an older name gets today's, which are not kept under it. */
export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const language = name.slice(0, 2);
  if (!isLanguage(language)) return new Response(null, { status: 404 });
  const { address, json } = await clientWords(language);
  const isCurrent = address.endsWith(`/${name}`);
  return new Response(json, {
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": isCurrent ? "public, max-age=31536000, immutable" : "no-store",
    },
  });
}
