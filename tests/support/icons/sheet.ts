import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const root = join(import.meta.dirname, "../../..");
export const sheetPath = join(root, "components/ui/icons.svg");

const drawing = z.object({
  __iconData: z.object({ node: z.array(z.tuple([z.string(), z.record(z.string(), z.string())])) }),
});

/** The file that components/ui/icons.tsx draws from: each icon that it names, as lucide draws it. */
export async function iconSheet(): Promise<string> {
  const symbols = await Promise.all(
    iconNames().map(async (name) => symbolOf(name, await linesOf(name))),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n<title>Tribune</title>\n${symbols.join("\n")}\n</svg>\n`;
}

function iconNames(): string[] {
  const source = readFileSync(join(root, "components/ui/icons.tsx"), "utf8");
  return [...source.matchAll(/= icon\("([a-z0-9-]+)"\)/g)].map(([, name = ""]) => name);
}

async function linesOf(name: string): Promise<string> {
  const path = join(root, `node_modules/lucide-react/dist/esm/icons/${name}.mjs`);
  const { node } = drawing.parse(await import(path)).__iconData;
  return node
    .map(([shape, { key: _, ...attributes }]) => `<${shape}${written(attributes)}/>`)
    .join("");
}

const symbolOf = (name: string, lines: string) =>
  `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${lines}</symbol>`;

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}="${value}"`,
    )
    .join("");
}
