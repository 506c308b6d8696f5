import { Fragment, type ReactNode } from "react";
import { parse } from "#lib/rich-text/parse.ts";
import type { Block, ListItem, Mark, Run } from "#lib/rich-text/tree.ts";

/**
 * Text of ours, or of a desk, with its lists, code, quotes and links. It becomes elements by name and strings, never
 * markup, so nothing in it can run; pictures are links, so nothing is loaded. Headings are no headings of the page.
 */
export function RichText({ text }: { text: string }) {
  return <Blocks blocks={parse(text)} />;
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return keyed(blocks).map(([key, block], at) => (
    <div key={key} className={at === 0 ? undefined : (SPACE[Math.min(block.gap, 3)] ?? undefined)}>
      <OneBlock block={block} />
    </div>
  ));
}

/** Blank lines stay as wide as they were written. */
const SPACE = ["", "mt-[1lh]", "mt-[2lh]", "mt-[3lh]"];

function OneBlock({ block }: { block: Block }) {
  switch (block.type) {
    case "paragraph":
      return (
        <p className="whitespace-pre-line">
          <Runs runs={block.runs} />
        </p>
      );
    case "heading":
      return (
        <p className={block.level < 3 ? "text-[1.1em] font-semibold" : "font-semibold"}>
          <Runs runs={block.runs} />
        </p>
      );
    case "code":
      return (
        <pre className="my-1 rounded-control bg-sunk px-3 py-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
          <code>{block.text}</code>
        </pre>
      );
    case "quote":
      return (
        <blockquote className="border-l-2 border-line pl-3 text-ink-muted">
          <Blocks blocks={block.children} />
        </blockquote>
      );
    case "list":
      return <List items={block.items} />;
    case "table":
      return <Table head={block.head} rows={block.rows} />;
    case "rule":
      return <hr className="my-2 border-line" />;
  }
}

function List({ items }: { items: readonly ListItem[] }) {
  const isNumbered = items.some(({ number }) => number !== null);
  const entries = keyed(items).map(([key, item]) => (
    <li
      key={key}
      value={item.number ?? undefined}
      className={item.checked === null ? undefined : "-ml-5 flex list-none gap-2"}
    >
      {item.checked === null ? null : (
        <span role="img" aria-label={item.checked ? "✓" : "○"}>
          {item.checked ? "☑" : "☐"}
        </span>
      )}
      <div className="min-w-0">
        <Blocks blocks={item.children} />
      </div>
    </li>
  ));
  if (isNumbered) return <ol className="list-decimal pl-6">{entries}</ol>;
  return <ul className="list-disc pl-5">{entries}</ul>;
}

function Table({ head, rows }: { head: readonly Run[][]; rows: readonly Run[][][] }) {
  const cell = "border border-line px-2 py-1 text-left align-top whitespace-pre-line";
  return (
    <table className="my-1 border-collapse">
      {head.some((runs) => runs.length > 0) ? (
        <thead>
          <tr>
            {keyed(head).map(([key, runs]) => (
              <th key={key} scope="col" className={`${cell} font-semibold`}>
                <Runs runs={runs} />
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {keyed(rows).map(([key, row]) => (
          <tr key={key}>
            {keyed(row).map(([cellKey, runs]) => (
              <td key={cellKey} className={cell}>
                <Runs runs={runs} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return keyed(runs).map(([key, run]) => <Fragment key={key}>{shown(run)}</Fragment>);
}

const MARKS: Record<Mark, (inner: ReactNode) => ReactNode> = {
  code: (inner) => (
    <code className="rounded-chip bg-sunk px-1 font-mono text-[0.9em]">{inner}</code>
  ),
  strike: (inner) => <s>{inner}</s>,
  em: (inner) => <em>{inner}</em>,
  strong: (inner) => <strong className="font-semibold">{inner}</strong>,
};

function shown({ text, marks, href }: Run): ReactNode {
  const inner = marks.reduce<ReactNode>((within, mark) => MARKS[mark](within), text);
  if (href === null) return inner;
  return (
    <a
      href={href}
      title={href === text ? undefined : href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent underline underline-offset-2 wrap-anywhere"
    >
      {inner}
    </a>
  );
}

/** Text never changes its order once it is shown: where a part stands is its name. */
function keyed<Part>(parts: readonly Part[]): [string, Part][] {
  return parts.map((part, at) => [`${at}`, part]);
}
