"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { noteSent } from "#components/live/sent-here.ts";
import { Button } from "#components/ui/button.tsx";
import { submitForm } from "#lib/act.ts";
import type { Answer } from "#lib/action.ts";
import type { CommandName } from "#lib/commands.ts";

export type Fields = Record<string, string | number | boolean | null | readonly string[]>;

export type ActionFormProps = {
  /** The command that its fields are sent to, or who sends them. */
  action: CommandName | ((fields: Fields) => Promise<Answer<unknown>>);
  /** What the form sends besides its fields: ids, versions. */
  fixed?: Fields;
  /** Names of fields that are lists (parted by commas) or ticks; all others are text, numbers as they were typed. */
  lists?: readonly string[];
  ticks?: readonly string[];
  /** Names of fields in which every sign counts, spaces around too: passwords. */
  asTyped?: readonly string[];
  /** Said once it is done. */
  done: string;
  submit: string;
  variant?: "primary" | "default" | "quiet";
  /** Empties the fields once done, for what is added one after another. */
  clears?: boolean;
  /** Whether it can be taken back: the toast then offers it. */
  undoable?: boolean;
  onDone?: () => void;
  /** Where the form can be left without sending it: the verb then stands last at its foot, as in every dialog. */
  onCancel?: () => void;
  children?: ReactNode;
  className?: string;
};

/** A form of one command. What was typed stays when it is refused; an empty field is sent as nothing. */
export function ActionForm({
  action,
  fixed,
  lists = [],
  ticks = [],
  asTyped = [],
  done,
  submit,
  variant = "primary",
  clears,
  undoable,
  onDone,
  onCancel,
  children,
  className,
}: ActionFormProps) {
  const t = useTranslations("ui");
  const { send, refusal, isPending, isWaiting } = useAnswer();
  const form = useRef<HTMLFormElement>(null);
  // One id an attempt, so that a second click acts once.
  const [operationId, setOperationId] = useState(() => crypto.randomUUID());
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const fields = Object.fromEntries(
      [...given.keys()].map((name) => [name, read(String(given.get(name) ?? ""), name)]),
    );
    const ticked = Object.fromEntries(ticks.map((name) => [name, given.get(name) === "on"]));
    noteSent(operationId);
    const input = { operationId, ...fixed, ...fields, ...ticked };
    send(() => (typeof action === "string" ? submitForm(action, input) : action(input)), {
      done,
      undo: undoable ? operationId : undefined,
      after: () => {
        setOperationId(crypto.randomUUID());
        if (clears) form.current?.reset();
        onDone?.();
      },
    });
  };
  const read = (text: string, name: string) => {
    if (asTyped.includes(name)) return text;
    const trimmed = text.trim();
    if (lists.includes(name))
      return trimmed
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean);
    return trimmed === "" ? null : trimmed;
  };
  return (
    <form ref={form} onSubmit={save} className={className ?? "grid gap-3"}>
      {/* What is being sent again stays as it was sent. */}
      <fieldset disabled={isWaiting} className="contents">
        {children}
      </fieldset>
      <RefusalLine>{refusal}</RefusalLine>
      <div className={onCancel ? "mt-1 flex flex-wrap items-center justify-end gap-2" : undefined}>
        {onCancel ? (
          <Button variant="quiet" onClick={onCancel}>
            {t("cancel")}
          </Button>
        ) : null}
        <Button type="submit" variant={variant} disabled={isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
