"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { copyText } from "#components/ui/copy-text.ts";
import { Link2 } from "#components/ui/icons.tsx";
import { toast } from "#components/ui/toast-store.ts";

/** The whole address of a page of ours, for a CRM, a mail, a chat. */
export function CopyLink({ path }: { path: string }) {
  const t = useTranslations("customers.page");
  async function copy() {
    const isCopied = await copyText(new URL(path, location.href).href);
    if (isCopied) toast.done({ message: t("copied") });
    else toast.failed({ message: t("notCopied") });
  }
  return (
    <Button variant="quiet" icon={<Link2 aria-hidden size={16} strokeWidth={1.5} />} onClick={copy}>
      {t("copy")}
    </Button>
  );
}
