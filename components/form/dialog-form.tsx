"use client";

import { type ReactNode, useState } from "react";
import { ActionForm, type ActionFormProps } from "#components/form/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

/** A button, and the form it opens; closes once done. */
export function DialogForm({
  button,
  look,
  title,
  description,
  below,
  ...form
}: Omit<ActionFormProps, "onDone" | "onCancel"> & {
  button: ReactNode;
  look?: "primary" | "default" | "quiet";
  title: string;
  description?: string;
  /** What stands under the form and is sent by itself. */
  below?: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant={look} onClick={() => setIsOpen(true)}>
        {button}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={title}
        description={description}
      >
        <div className="mt-3">
          <ActionForm {...form} onDone={() => setIsOpen(false)} onCancel={() => setIsOpen(false)} />
        </div>
        {below}
      </Dialog>
    </>
  );
}
