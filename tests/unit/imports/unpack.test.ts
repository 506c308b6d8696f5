import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { unpack } from "#lib/imports/archive/unpack.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";
import { type ZipFile, zipOf } from "#tests/support/zip.ts";

const id = (n: number) => n.toString(16).padStart(32, "0");
const megabyte = 1024 * 1024;

async function placed(archive: Buffer) {
  const root = temporaryFolder("zip");
  const folder = join(root, "in");
  await mkdir(folder);
  await writeFile(join(root, "export.zip"), archive);
  return { root, path: join(root, "export.zip"), options: { folder, limit: 100 * megabyte } };
}

async function rowsIn(archive: Buffer): Promise<string[][]> {
  const { path, options } = await placed(archive);
  return parse(await readFile((await unpack(path, options)).path, "utf8"), { bom: true });
}

async function refusalOf(archive: Buffer, limit = 100 * megabyte): Promise<string> {
  const { path, options } = await placed(archive);
  return unpack(path, { ...options, limit }).then(
    () => "none",
    (error: unknown) => (error instanceof Error ? error.message.split(" ")[0] : "?") ?? "?",
  );
}

const feedback: ZipFile[] = [
  { name: `Feedback ${id(9)}.csv`, data: "\uFEFFName,Status\nDark mode,New\n" },
  {
    name: `Feedback ${id(9)}_all.csv`,
    data: "\uFEFFName,Status\nDark mode,New\nOffline,Done\nDark mode,Done\n",
  },
  {
    name: `Feedback/Dark mode ${id(1)}.md`,
    data: "# Dark mode\n\nStatus: Done\n\nSecond of its name.\n",
  },
  {
    name: `Feedback/Dark mode ${id(2)}.md`,
    data: "# Dark mode\n\nStatus: New\n\nMy **eyes**,\n\n- at night\n",
    stored: true,
  },
  { name: `Feedback/Offline ${id(3)}.md`, data: "# Offline\n\nStatus: Done\n\nNo network.\n" },
  { name: "Feedback/Offline/screen.png", data: Buffer.alloc(2000, 7) },
];
const joined = [
  ["Name", "Status", "Page ID", "Text"],
  ["Dark mode", "New", id(2), "My **eyes**,\n\n- at night"],
  ["Offline", "Done", id(3), "No network."],
  ["Dark mode", "Done", id(1), "Second of its name."],
];

test("a base comes with the text of each row's page, told apart where titles are the same", async () => {
  expect(await rowsIn(zipOf(feedback))).toEqual(joined);
});

test("archives within the archive are opened, as Notion packs what it exports", async () => {
  const [view, all, ...rest] = feedback;
  const parts = [view, all].filter((file) => file !== undefined);
  const outer = zipOf([
    { name: `ExportBlock-${id(5)}-Part-1.zip`, data: zipOf(parts), stored: true },
    { name: `ExportBlock-${id(5)}-Part-2.zip`, data: zipOf(rest), stored: true },
  ]);
  expect(await rowsIn(outer)).toEqual(joined);
});

test("a row without a page keeps its cells, has an id of its own, and takes that of no other", async () => {
  const some = feedback.filter(({ name }) => !name.includes("Offline"));
  const [, first, without, last] = await rowsIn(zipOf(some));
  expect([first, last]).toEqual([joined[1], joined[3]]);
  expect(without).toEqual(["Offline", "Done", expect.stringMatching(/^[0-9a-f]{32}$/), ""]);
  expect((await rowsIn(zipOf(some)))[2]).toEqual(without);
});

test("pages that belong to no row are counted and named", async () => {
  const stray = [
    { name: `Feedback/Lost and found ${id(7)}.md`, data: "# Lost and found\n\nNobody's.\n" },
    { name: `Feedback/${id(8)}.md`, data: "No title at all.\n" },
  ];
  const warned = async (files: typeof feedback) => {
    const { path, options } = await placed(zipOf(files));
    return (await unpack(path, options)).warnings;
  };
  expect(await warned(feedback)).toEqual([]);
  expect(await warned([...feedback, ...stray])).toEqual([
    {
      key: "pages-without-row",
      params: { count: 2, pages: expect.stringMatching(/^Lost and found, ./) },
    },
  ]);
  const [view, all] = feedback;
  const bare = [view, all].filter((file) => file !== undefined);
  expect(await warned([...bare, ...stray])).toMatchObject([{ params: { count: 2 } }]);
});

function baseOf(headers: string, rows: string, pages: string[]): Buffer {
  return zipOf([
    { name: `Été ${id(9)}_all.csv`.normalize("NFC"), data: `${headers}\n${rows}\n` },
    ...pages.map((data, at) => ({
      name: `Été/Page ${id(at + 1)}.md`.normalize("NFD"),
      data,
    })),
  ]);
}

test("only the names of the table's columns are properties, and a text's own colons stay in it", async () => {
  const archive = baseOf('Name,#,🔥 Urgent,"Over\ntwo lines",Owner', "One,3,Yes,x,Ana\nTwo,,,,", [
    "# One\n\n#: 3\n🔥 Urgent: Yes\nOver\ntwo lines: x\nOwner: Ana\n\nContexte : deux copies.\n\nFin.\n",
    "# Two\n\nContext: it stays\n\nNote: this too\n",
  ]);
  const rows = await rowsIn(archive);
  expect(rows.slice(1).map((cells) => cells.slice(-2))).toEqual([
    [id(1), "Contexte : deux copies.\n\nFin."],
    [id(2), "Context: it stays\n\nNote: this too"],
  ]);
});

test("a title with a link, bold or code finds its row", async () => {
  const titles = [
    "See [the page](https://a.example/f_(1))",
    "A **bold** `code` one",
    "Plain\\_name",
  ];
  const archive = baseOf(
    "Name,Status",
    "See the page,New\nA bold code one,New\nPlain_name,New",
    titles.map((title, at) => `# ${title}\n\nStatus: New\n\nText ${at}.\n`),
  );
  expect((await rowsIn(archive)).slice(1).map((cells) => cells.slice(-2))).toEqual(
    titles.map((_, at) => [id(at + 1), `Text ${at}.`]),
  );
});

test("archives in archives in an archive are told in words", async () => {
  const inner = zipOf([{ name: "part.zip", data: zipOf(feedback), stored: true }]);
  expect(await refusalOf(zipOf([{ name: "all.zip", data: inner, stored: true }]))).toBe(
    "importsErrors.archive-within",
  );
});

test("pages without a table are the rows, and a table without pages is as it stands", async () => {
  const pages = feedback.filter(({ name }) => name.endsWith(".md")).slice(2);
  expect(await rowsIn(zipOf(pages))).toEqual([
    ["Page ID", "Title", "Text", "Status"],
    [id(3), "Offline", "No network.", "Done"],
  ]);
  expect(await rowsIn(zipOf([{ name: "Données.csv", data: "Nom\nUn\n" }]))).toEqual([
    ["Nom"],
    ["Un"],
  ]);
});

test("an archive that is cut, altered, locked or lies about its sizes is refused, wherever it is cut", async () => {
  const whole = zipOf(feedback);
  for (const share of [0.1, 0.5, 0.9, 0.99])
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe(
      "importsErrors.archive-damaged",
    );
  const [first = { name: "", data: "" }] = feedback;
  const altered = zipOf([{ ...first, stored: true }]);
  altered[altered.indexOf("New")] = 65;
  expect(await refusalOf(altered)).toBe("importsErrors.archive-damaged");
  expect(await refusalOf(zipOf([{ ...first, announced: 4 }]))).toBe(
    "importsErrors.archive-damaged",
  );
  expect(await refusalOf(zipOf([{ ...first, locked: true }]))).toBe("importsErrors.archive-locked");
});

test("an archive that would fill the disk is refused before it is unpacked", async () => {
  const zeros = Buffer.alloc(70 * megabyte);
  const bomb = zipOf([{ name: "bomb.csv", data: zeros }]);
  expect(await refusalOf(bomb)).toBe("importsErrors.archive-bomb");
  const within = zipOf([{ name: "bomb.zip", data: zeros }]);
  expect(await refusalOf(within)).toBe("importsErrors.archive-bomb");
  expect(await refusalOf(zipOf(feedback), 50)).toBe("importsErrors.archive-too-large");
  const page = { name: `Base/Long ${id(1)}.md`, data: Buffer.alloc(9 * megabyte, 97) };
  expect(await refusalOf(zipOf([{ name: "Base.csv", data: "Name\nLong\n" }, page]))).toBe(
    "importsErrors.archive-bomb",
  );
});

test("names that lead out of the folder lead nowhere", async () => {
  for (const name of ["../out.csv", "/etc/out.csv", "C:\\out.csv", "a/../../out.csv"]) {
    const { root, path, options } = await placed(zipOf([{ name, data: "Name\nOne\n" }]));
    await expect(unpack(path, options)).rejects.toThrow("importsErrors.archive-damaged");
    expect((await readdir(root, { recursive: true })).sort()).toEqual(["export.zip", "in"]);
  }
});

test("a workbook is told as one, whole or cut", async () => {
  const workbook = zipOf([
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "xl/workbook.xml", data: "<workbook/>" },
  ]);
  expect(await refusalOf(workbook)).toBe("importsErrors.workbook");
  expect(await refusalOf(workbook.subarray(0, 80))).toBe("importsErrors.workbook");
  expect(await refusalOf(Buffer.from("PK\u0003\u0004\u0014\0\u0006\0"))).toBe(
    "importsErrors.workbook",
  );
});
