import { act } from "react";

/** A key pressed where the focus is; false when something took it. */
export function pressKey(key: string, more: KeyboardEventInit = {}): boolean {
  const press = { key, code: "", bubbles: true, cancelable: true, ...more };
  let isFree = true;
  act(() => {
    isFree = (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent("keydown", press),
    );
  });
  return isFree;
}

/** What stands in the field is replaced, as when somebody types. */
export function typeInto(field: Element | null, text: string): void {
  const kind = [HTMLInputElement, HTMLTextAreaElement].find((one) => field instanceof one);
  if (!kind || !(field instanceof HTMLElement)) throw new Error("There is no field to type into.");
  act(() => {
    field.focus();
    // React watches the setter: its own would hide the change.
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
