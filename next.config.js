import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const distDir = process.env.NEXT_DIST_DIR ?? ".next";
const pages = ["tsx", "ts", "jsx", "js"];

/** @type {import("next").NextConfig} */
const config = {
  distDir,
  // What `npm run bench` measures pages beside is a page of its build only.
  pageExtensions: distDir.startsWith(".next-bench") ? [...pages, "bench.tsx"] : pages,
  // The image optimiser is off: the app shows no pictures of others, and it has been a way in.
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a check of their own in npm test; a build on somebody's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      "use-intl/format-message": {
        browser: "./lib/i18n/format-compiled.ts",
        default: "./lib/i18n/format-message.ts",
      },
    },
  },
  serverExternalPackages: [
    "pg",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@node-rs/argon2",
    "pg-boss",
  ],
  async headers() {
    return [
      // Data is never a page: the policy of pages (proxy.ts) has a nonce.
      {
        source: "/api/:path*",
        headers: [
          {
            key: "Content-Security-Policy",
            value: "default-src 'none'; frame-ancestors 'none'; sandbox",
          },
        ],
      },
      // What a browser or a home screen shows of us before anybody signs in. It hardly ever changes.
      ...["/icons/:path*", "/manifest.webmanifest"].map((source) => ({
        source,
        headers: [{ key: "Cache-Control", value: "public, max-age=604800" }],
      })),
    ];
  },
};

export default withNextIntl(config);
