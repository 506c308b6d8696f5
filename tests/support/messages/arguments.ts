import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

export type Argument = "text" | "number" | "date" | "tag";

/** What a message asks for, by name, in order: a value that is counted anywhere in it is a number everywhere. */
export function argumentsOf(text: string): Map<string, Argument> {
  const found = new Map<string, Argument>();
  const note = (name: string, kind: Argument) => {
    if (kind !== "text" || !found.has(name)) found.set(name, kind);
  };
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      note(element.value, kinds[element.type]);
      if (element.type === TYPE.tag) walk(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(text));
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const kinds = {
  [TYPE.argument]: "text",
  [TYPE.select]: "text",
  [TYPE.number]: "number",
  [TYPE.plural]: "number",
  [TYPE.date]: "date",
  [TYPE.time]: "date",
  [TYPE.tag]: "tag",
} as const;
