import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { z } from "zod";
import { root } from "#lib/launcher/paths.mjs";

export type Hostile = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
};

/** What people, scripts and broken programs put where something else belongs. */
const odd = [
  ...["", "0", "-1", "1e9", "99999999999999999999", "abc", "%00", "%ff", "%", "%E2%82", "..%2f.."],
  ...[
    "2026-Q4",
    "9999-Q9",
    "0000-Q1",
    "INS-1",
    "INI-99999999",
    "null",
    "true",
    "[]",
    "{}",
    "' OR 1=1",
  ],
  ...[
    "00000000-0000-4000-8000-000000000000",
    "constructor",
    "__proto__",
    "\u202e",
    "🙂",
    "a".repeat(3000),
  ],
  ...[
    "http://[",
    "javascript:1",
    "//evil.example",
    "https://evil.example",
    "/hand-in",
    "\\",
    "%0d%0ax:%20y",
  ],
];
const names = [
  ...[
    "q",
    "sort",
    "after",
    "state",
    "tribe",
    "team",
    "kind",
    "person",
    "open",
    "ids",
    "number",
    "week",
  ],
  ...["token", "to", "error", "callbackUrl", "code", "nonce", "of", "thing", "domain", "operation"],
  ...[
    "source",
    "file",
    "site",
    "quarter",
    "organisation",
    "received",
    "age",
    "from",
    "json",
    "_rsc",
  ],
];

/** Every page and route of the product, as the folders of `app` say. */
export function listRoutes(): string[] {
  return readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path))
    .map(
      (path) => `/${path.replace(/\/?(page\.tsx|route\.ts)$/, "").replace(/\([^)]*\)\/?/g, "")}`,
    );
}

const manifest = z.object({ node: z.record(z.string(), z.unknown()) });

/** The ids of the server actions of a production build. */
export function listActions(distDir: string): string[] {
  const path = join(root, distDir, "server/server-reference-manifest.json");
  return Object.keys(manifest.parse(JSON.parse(readFileSync(path, "utf8"))).node);
}

const oddText = fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 30, unit: "binary" }));
const encoded = oddText.map((text) =>
  /^%\S*$/.test(text) ? text : encodeURIComponent(wellFormed(text)),
);

function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** Where `[a]` stands in a route, something odd. */
function pathOf(route: string): fc.Arbitrary<string> {
  const holes = route.match(/\[[^\]]+\]/g) ?? [];
  const fillings = fc.array(encoded, { minLength: holes.length, maxLength: holes.length });
  const asked = fc.array(fc.tuple(fc.constantFrom(...names), encoded), { maxLength: 4 });
  return fc.tuple(fillings, asked).map(([values, query]) => {
    const left = [...values];
    const path = route.replace(/\[[^\]]+\]/g, () => left.shift() ?? "x");
    return `${path}${query.length > 0 ? "?" : ""}${query.map(([name, value]) => `${name}=${value}`).join("&")}`;
  });
}

const json = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    "",
    "null",
    "[]",
    "[null]",
    '["$undefined"]',
    '["$K1"]',
    '["$@1"]',
    '[{"$":"$F1"}]',
    "{{{",
  ),
);
const bodies = fc.oneof(
  fc.record({ type: fc.constant("application/json"), text: json }),
  fc.record({ type: fc.constant("text/plain;charset=UTF-8"), text: json }),
  fc.record({
    type: fc.constant("application/x-www-form-urlencoded"),
    text: fc
      .array(fc.tuple(fc.constantFrom(...names, "email", "password", "csrfToken"), encoded), {
        maxLength: 5,
      })
      .map((fields) => fields.map(([name, value]) => `${name}=${value}`).join("&")),
  }),
  fc.record({
    type: fc.constant("multipart/form-data; boundary=x"),
    text: fc
      .array(
        fc.tuple(
          fc.constantFrom("0", "1", "1_$ACTION_ID_00", "locale", "theme", ...names),
          oddText,
        ),
        {
          maxLength: 4,
        },
      )
      .map((fields) => [
        ...fields.map(
          ([name, value]) =>
            `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        ),
        "--x--\r\n",
      ])
      .map((parts) => parts.join("")),
  }),
  fc.record({ type: fc.constantFrom("", "multipart/form-data", "a/b; c"), text: oddText }),
);

/** Requests to anything that is there, by whoever `cookies` are, with whatever might be sent. */
export function hostileRequests(
  cookies: readonly string[],
  origin: string,
  actions: readonly string[],
): fc.Arbitrary<Hostile> {
  const routes = listRoutes();
  const sender = fc.record({
    cookie: fc.constantFrom(
      "",
      "next-auth.session-token=x",
      "a=%; language=%ff; =b",
      ...cookies,
      ...cookies,
    ),
    origin: fc.constantFrom(origin, origin, origin, "null", "https://evil.example"),
    "next-action": fc.constantFrom("", "", "x", "00", ...actions),
    accept: fc.constantFrom("*/*", "text/html", "x"),
    rsc: fc.constantFrom("", "", "1", "x"),
    "next-router-state-tree": fc.constantFrom("", "", "x", "%5B%22%22%5D"),
    "accept-language": fc.constantFrom("fr", "en", "x".repeat(500)),
    "content-length": fc.constantFrom("", "", "", "0", "x"),
  });
  return fc
    .tuple(
      fc.constantFrom(...routes).chain(pathOf),
      fc.constantFrom("GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"),
      sender,
      bodies,
    )
    .map(([path, method, headers, { type, text }]) => {
      const hasBody = method !== "GET" && method !== "HEAD";
      const given = Object.entries({ ...headers, "content-type": type, "content-length": "" });
      return {
        method,
        path,
        headers: Object.fromEntries(given.filter(([, value]) => value !== "")),
        body: hasBody ? Buffer.from(text) : null,
      };
    });
}
