import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import { Button } from "#components/ui/button.tsx";
import { Plus, X } from "#components/ui/icons.tsx";
import type { SavedViewChoice } from "#lib/saved-views/schema.ts";

const KeepViewDialog = lazy(() => import("#components/insight/dialogs/keep-view-dialog.tsx"));

/** Keeps the list as it is under a name, or lets go of the kept one that is shown. */
export function KeepView({ query, view }: { query: string; view: SavedViewChoice | undefined }) {
  const t = useTranslations("insights");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const done = { undoable: true, onDone: () => router.refresh() };
  if (view)
    return (
      <Button
        variant="quiet"
        icon={<X aria-hidden size={14} strokeWidth={1.5} />}
        onClick={() =>
          send({
            name: "view.remove",
            input: { id: view.id },
            label: t("done.viewRemoved", { name: view.name }),
            ...done,
          })
        }
      >
        {t("act.removeView")}
      </Button>
    );
  return (
    <>
      <Button
        variant="quiet"
        icon={<Plus aria-hidden size={14} strokeWidth={1.5} />}
        onClick={() => setIsOpen(true)}
      >
        {t("list.keep")}
      </Button>
      <Suspense>
        {isOpen ? (
          <KeepViewDialog
            onClose={() => setIsOpen(false)}
            onKeep={(name) =>
              send({
                name: "view.save",
                input: { screen: "insights", name, query },
                label: t("done.viewKept", { name }),
                ...done,
              })
            }
          />
        ) : null}
      </Suspense>
    </>
  );
}
