import { expect, test } from "#tests/support/app.ts";

test("a browser finds icons and manifest before anybody signs in, and keeps them", async ({
  page,
  request,
}) => {
  await page.goto("/sign-in");
  const links = await page
    .locator("link[rel=manifest], link[rel=icon], link[rel=apple-touch-icon]")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  expect(links).toEqual([
    "/manifest.webmanifest",
    "/icons/icon.svg",
    "/icons/icon-192.png",
    "/icons/apple-touch-icon.png",
  ]);
  const manifest = await (await request.get("/manifest.webmanifest")).json();
  const named = manifest.icons.map(({ src }: { src: string }) => src);
  for (const path of new Set([...links, ...named])) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["cache-control"], path).toBe("public, max-age=604800");
    expect(answer.headers()["content-type"], path).toMatch(
      /^(image\/|application\/manifest\+json)/,
    );
  }
});
