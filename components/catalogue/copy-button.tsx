"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { copyText } from "#components/ui/copy-text.ts";

/** Takes words along to where they are to be said. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations("catalogue.sheet");
  const [isCopied, setIsCopied] = useState(false);
  return (
    <button
      type="button"
      onClick={async () => setIsCopied(await copyText(text))}
      className="ml-1.5 text-accent underline-offset-4 hover:underline max-md:min-h-11"
    >
      <span aria-live="polite">{t(isCopied ? "copied" : "copy")}</span>
    </button>
  );
}
