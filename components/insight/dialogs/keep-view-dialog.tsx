import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";

export default function KeepViewDialog({
  onKeep,
  onClose,
}: {
  onKeep: (name: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights.dialog");
  return (
    <Dialog open onClose={onClose} title={t("viewTitle")}>
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
          if (!name) return;
          onKeep(name);
          onClose();
        }}
      >
        <Field
          label={t("viewName")}
          name="name"
          required
          maxLength={60}
          autoComplete="off"
          data-autofocus
        />
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="primary">
            {t("keep")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
