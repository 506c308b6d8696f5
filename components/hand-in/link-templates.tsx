"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { copyText } from "#components/ui/copy-text.ts";
import { Field } from "#components/ui/field.tsx";

/** Addresses to copy into other tools: each opens the form filled, and sends nothing. */
export function LinkTemplates({ base }: { base: string }) {
  const t = useTranslations("handIn");
  return (
    <div className="grid max-w-180 gap-3">
      <Template
        label={t("linkTool")}
        hint={t("linkToolHint")}
        address={`${base}/hand-in?text={text}&customer={customer}&title={title}&kind={kind}&link={link}`}
      />
      <Template
        label={t("linkBrowser")}
        hint={t("linkBrowserHint")}
        address={`${base}/hand-in?text=%s`}
      />
    </div>
  );
}

function Template({ label, hint, address }: { label: string; hint: string; address: string }) {
  const t = useTranslations("handIn");
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    field.current?.select();
    setIsCopied(await copyText(address));
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2">
      <Field
        ref={field}
        label={label}
        hint={hint}
        value={address}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <Button
        className="mt-5.5 max-md:mt-5"
        onClick={copy}
        aria-label={t("copyOf", { what: label })}
      >
        {isCopied ? t("copied") : t("copy")}
      </Button>
    </div>
  );
}
