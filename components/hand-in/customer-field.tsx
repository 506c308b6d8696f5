"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import type { useCustomers } from "#components/hand-in/use-customers.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Field } from "#components/ui/field.tsx";

type Props = {
  value: string;
  onChange: (name: string) => void;
  customers: ReturnType<typeof useCustomers>;
  /** The domain of e-mail that proposed the name, if one did. */
  domain: string | null;
};

/** A customer found by typing: three letters and Enter. A name that nobody bears is taken as it stands. */
export function CustomerField({ value, onChange, customers, domain }: Props) {
  const t = useTranslations("handIn");
  const list = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { found, isHere, isNew, known } = customers;
  const isShown = isOpen && found.length > 0 && !(found.length === 1 && known?.name === value);
  // What Enter would take; nothing is marked before it is sure.
  const at = isHere ? Math.min(active, found.length - 1) : -1;

  function take(name: string) {
    onChange(name);
    setIsOpen(false);
    setActive(0);
  }
  async function takeFirst() {
    const first = await customers.choose();
    if (first) take(first.name);
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return;
    if (event.key === "Enter") {
      // Never sends: that is Ctrl+Enter, and half a name would make a new customer.
      event.preventDefault();
      const chosen = found[at];
      if (isOpen && at > 0 && chosen) take(chosen.name);
      else if (isOpen) void takeFirst();
    } else if (event.key === "Escape" && isShown) {
      event.preventDefault();
      event.stopPropagation();
      setIsOpen(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (isShown) setActive((Math.max(at, 0) + step + found.length) % found.length);
      else setIsOpen(true);
    }
  }
  return (
    <div className="relative">
      <Field
        label={t("customer")}
        optional={t("optional")}
        hint={hint(t, { isNew, alike: found[0]?.name ?? null, domain, name: value.trim() })}
        name="customer"
        value={value}
        onChange={(event) => {
          customers.forget();
          onChange(event.target.value);
          setIsOpen(true);
          setActive(0);
        }}
        onKeyDown={press}
        onBlur={() => setIsOpen(false)}
        maxLength={200}
        autoComplete="off"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isShown && at >= 0 ? `${list}-${at}` : undefined}
      />
      <div
        id={list}
        role="listbox"
        aria-label={t("customer")}
        hidden={!isShown}
        className="absolute top-14 z-10 max-h-64 w-full overflow-y-auto rounded-float border border-line bg-raised py-1 shadow-float max-md:top-17"
      >
        {found.map(({ id, name }, index) => (
          <div
            key={id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // Before the field loses the focus, which it keeps.
            onPointerDown={(event) => {
              event.preventDefault();
              take(name);
            }}
            className={classNames(
              "flex min-h-7 cursor-pointer items-center px-2.5 wrap-anywhere hover:bg-sunk max-md:min-h-11",
              index === at && "bg-sunk",
            )}
          >
            {name}
          </div>
        ))}
      </div>
    </div>
  );
}

type Told = { isNew: boolean; alike: string | null; domain: string | null; name: string };

function hint(
  t: ReturnType<typeof useTranslations<"handIn">>,
  { isNew, alike, domain, name }: Told,
) {
  if (isNew && alike) return t("customerAlike", { name, alike });
  if (isNew) return t("customerNew", { name });
  return domain ? t("customerProposed", { domain }) : t("customerHint");
}
