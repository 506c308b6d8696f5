import { open } from "node:fs/promises";

const chunkLength = 256 * 1024;

/** Writes rows into a new CSV file, in UTF-8; it is on the disk when this is over. */
export async function writeTable(path: string, rows: AsyncIterable<string[]>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    let waiting = "";
    for await (const cells of rows) {
      waiting += lineOf(cells);
      if (waiting.length < chunkLength) continue;
      await file.write(waiting);
      waiting = "";
    }
    await file.write(waiting);
    await file.sync();
  } finally {
    await file.close();
  }
}

function lineOf(cells: string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;
}
