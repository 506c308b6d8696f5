import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The few words that controls say by themselves, for pages before sign-in. */
export async function DoorWords({ children }: { children: ReactNode }) {
  const { ui } = await getMessages();
  return (
    <NextIntlClientProvider messages={Object.fromEntries([["ui", ui]])}>
      {children}
    </NextIntlClientProvider>
  );
}
