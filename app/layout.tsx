import "./globals.css";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { fontVariables } from "#app/fonts.ts";
import { currentActor } from "#lib/auth/session.ts";

export const metadata: Metadata = {
  title: { default: "Tribune", template: "%s · Tribune" },
  manifest: "/manifest.webmanifest",
  icons: {
    icon: [
      { url: "/icons/icon.svg", type: "image/svg+xml", sizes: "any" },
      { url: "/icons/icon-192.png", type: "image/png", sizes: "192x192" },
    ],
    apple: { url: "/icons/apple-touch-icon.png", sizes: "180x180" },
  },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, actor] = await Promise.all([getLocale(), currentActor()]);
  const theme = actor && actor.theme !== "system" ? actor.theme : undefined;
  return (
    <html lang={locale} data-theme={theme} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
