import type { Messages } from "next-intl";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { clientNamespaces } from "#lib/i18n/client-namespaces.ts";

type Namespace = keyof Messages;

/** Gives the words of a screen to its client components, besides those that every screen has. */
export async function WithMessages({
  of,
  children,
}: {
  of: readonly Namespace[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  return (
    <NextIntlClientProvider
      messages={Object.fromEntries(
        [...clientNamespaces, ...of].map((name) => [name, messages[name]]),
      )}
    >
      {children}
    </NextIntlClientProvider>
  );
}
