"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { SCOPES } from "#components/keyboard/key-map.ts";
import { type Available, availableBindings } from "#components/keyboard/registry.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";

/** What can be pressed on this very screen, from the list that binds the keys. */
export default function ShortcutsHelp({
  onClose,
  singleKeys,
}: {
  onClose: () => void;
  singleKeys: boolean;
}) {
  const t = useTranslations("keys");
  const [available] = useState(availableBindings);
  const groups = SCOPES.map((scope) => ({
    scope,
    bindings: available.filter(({ binding }) => binding.scope === scope),
  })).filter(({ bindings }) => bindings.length > 0);
  return (
    <Dialog
      open
      wide="widest"
      onClose={onClose}
      title={t("help.title")}
      description={singleKeys ? t("help.description") : t("help.singleKeysOff")}
    >
      <div className="mt-2 gap-8 md:columns-2 lg:columns-3">
        {groups.map(({ scope, bindings }) => (
          <section key={scope} className="mb-2.5 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-ink-muted">{t(`scope.${scope}`)}</h3>
            <dl>
              {bindings.map((one) => (
                <Line key={one.binding.id} {...one} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <DialogActions>
        <Button onClick={onClose} keys="Escape" data-autofocus>
          {t("help.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Line({ binding, registration }: Available) {
  const t = useTranslations("keys");
  const digits = binding.keys[0] === "1-9" ? registration.digits() : [];
  return (
    <div className="flex items-baseline gap-3 border-t border-line py-px text-xs">
      <dt className="flex-1">
        {t(`label.${binding.id}`)}
        {digits.length > 0 ? (
          <span className="block text-xs text-ink-muted">
            {digits.map((name, index) => `${index + 1} ${name}`).join(" · ")}
          </span>
        ) : null}
      </dt>
      <dd className="flex gap-1.5">
        {binding.keys.map((keys) => (
          <span key={keys}>
            <KeyHint keys={keys} />
            <span className="sr-only">{keys}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
