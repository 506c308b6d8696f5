import { Check } from "#components/ui/icons.tsx";

/** A server action that takes its value from the form. */
export type FormAction = (form: FormData) => Promise<void>;

/** One of a few, a button each: it holds at once, and needs no script. */
export function Choice({
  legend,
  name,
  action,
  chosen,
  options,
}: {
  legend: string;
  name: string;
  action: FormAction;
  chosen: string;
  options: readonly (readonly [value: string, label: string])[];
}) {
  return (
    <form action={action}>
      <fieldset>
        <legend className="mb-1 text-xs font-medium text-ink-muted">{legend}</legend>
        <div className="flex flex-wrap gap-1">
          {options.map(([value, label]) => (
            <button
              key={value}
              type="submit"
              name={name}
              value={value}
              aria-pressed={value === chosen}
              className="inline-flex h-7 items-center gap-1 rounded-control border border-line px-2 whitespace-nowrap text-ink-muted hover:bg-sunk aria-pressed:border-edge aria-pressed:font-medium aria-pressed:text-ink max-md:h-11 max-md:px-3"
            >
              {value === chosen ? <Check aria-hidden size={14} strokeWidth={2} /> : null}
              {label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
