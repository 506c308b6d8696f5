import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime.js";
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime.js";
import { NextIntlClientProvider } from "next-intl";
import { act, type ComponentType, createElement, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { Language } from "#lib/i18n/language.ts";
import { readMessages } from "#tests/support/messages/read.ts";

// React warns of what happens outside act() only where it is told that this is a test.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** The router of Next, of which a hook asks no more than to read the page again. */
const router = { refreshed: 0 };
const ofNext = {
  refresh: () => {
    router.refreshed += 1;
  },
  back: nowhere,
  forward: nowhere,
  push: nowhere,
  replace: nowhere,
  prefetch: nowhere,
  bfcacheId: "",
};

/** Shows a hook as the page at `path` does: with the English words, and Next's router around it. */
export function showHook<Given, Result>(use: (given: Given) => Result, first: Given, path = "/") {
  const shown: { result: Result | null } = { result: null };
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  router.refreshed = 0;

  function Page({ given }: { given: Given }) {
    shown.result = use(given);
    return null;
  }
  const show = (given: Given) =>
    act(() => root.render(inPage(createElement(Page, { given }), path)));

  show(first);
  return {
    show,
    /** What the hook gives now. */
    now(): Result {
      if (shown.result === null) throw new Error("The hook has shown nothing.");
      return shown.result;
    },
    refreshed: () => router.refreshed,
    leave: () => act(() => root.unmount()),
  };
}

/** Shows a component as a page does; what it draws is in the document. */
export function showComponent<Props extends object>(
  of: ComponentType<Props>,
  first: Props,
  path = "/",
  language: Language = "en",
) {
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  const show = (props: Props) =>
    act(() => root.render(inPage(createElement(of, props), path, language)));
  show(first);
  return { show, leave: () => act(() => root.unmount()) };
}

function inPage(shown: ReactNode, path: string, locale: Language = "en"): ReactNode {
  const words = { locale, timeZone: "UTC", messages: readMessages(locale) };
  return createElement(
    AppRouterContext,
    { value: ofNext },
    createElement(
      PathnameContext,
      { value: path },
      createElement(NextIntlClientProvider, { ...words, children: shown }),
    ),
  );
}

function nowhere(): never {
  throw new Error("A hook does not lead anywhere.");
}
