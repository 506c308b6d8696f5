import { answerableEntry } from "#lib/catalogue/ask/answerable.ts";
import { documentOf, indexOfAnswers } from "#lib/catalogue/ask/index-of-answers.ts";
import { fold } from "#lib/fold.ts";
import { sampleEntries } from "#prisma/sample/catalogue.ts";
import { sampleInitiatives } from "#prisma/sample/initiatives.ts";
import { readCells } from "./read-table.ts";
import { share } from "./share.ts";

/**
 * Asks the sample company's catalogue each question of a file: the question, then the title of the entry that answers it,
 * or nothing. How often the right one stands first, how often nothing is called sure where nothing answers, and how often
 * something wrong is.
 */
export async function benchmarkAsk(path: string) {
  const index = indexOfAnswers(
    sampleEntries.map((entry) =>
      documentOf(answerableEntry({ id: fold(entry.title), ...entry }, behind(entry))),
    ),
  );
  const [, ...rows] = await readCells(path);
  const asked = rows
    .filter(([question = ""]) => question.trim() !== "")
    .map(([question = "", right = ""]) => ({ ...index.ask(question), right: fold(right) }));
  const answerable = asked.filter(({ right }) => right !== "");
  const unanswerable = asked.filter(({ right }) => right === "");
  const isFirst = ({ found, right }: (typeof asked)[number]) => found[0]?.id === right;
  return {
    asked: asked.length,
    first: share(answerable.filter(isFirst).length, answerable.length),
    silentRight: share(unanswerable.filter(({ isSure }) => !isSure).length, unanswerable.length),
    sureWrong: share(asked.filter((one) => one.isSure && !isFirst(one)).length, asked.length),
  };
}

function behind({ initiative }: (typeof sampleEntries)[number]): string[] {
  const found = sampleInitiatives.find(({ title }) => title === initiative);
  return found ? [found.title, found.problem] : [];
}
