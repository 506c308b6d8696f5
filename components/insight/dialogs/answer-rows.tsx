import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { AnswerDialog } from "#components/insight/dialogs/answer-dialog.tsx";
import type { Named } from "#lib/insights/answer-names.ts";
import type { InsightRow } from "#lib/insights/views.ts";

/** The answer to these rows. */
export function AnswerRows({
  rows,
  ...rest
}: {
  rows: readonly InsightRow[];
  isDeclining: boolean;
  onAnswer: (given: Named) => void;
  onDuplicate: () => void;
  onClose: () => void;
}) {
  const description = useAboutRows(rows);
  const [row] = rows;
  if (!row) return null;
  const about = { insightId: row.id, isOne: rows.length === 1 };
  return <AnswerDialog {...rest} about={about} description={description} />;
}
