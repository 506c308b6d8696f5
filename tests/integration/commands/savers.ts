import type { CommandName, InputOf } from "#lib/commands.ts";
import type { Company } from "#tests/integration/commands/company.ts";

type Rivals<Name extends CommandName> =
  /** Why nobody can overwrite what another has done by it. */
  | string
  /** What the n-th of many wants instead, who all saw the same. */
  | ((input: InputOf<Name>, n: number, company: Company) => InputOf<Name>);

const adds = "Each adds one of its own.";
const own = "What is one's own nobody else changes.";
const ends = "There is one way to have done it: twice is done, or refused as done before.";
const from = "What it begins from is asked for: once done, it is refused.";
const name = (n: number) => ({ name: `Name ${n}` });
const score = (n: number) => ({ value: 10 + n });

/** How twenty who save at once want it each their own way: whatever may be overwritten is saved once. */
export const rivals: { [Name in CommandName]: Rivals<Name> } = {
  "band.set": (input, n) => ({ ...input, band: { low: 22, high: 30 + n } }),
  "capacity.set": (input, n) => ({ ...input, halfMonths: 20 + n }),
  "comment.write": adds,
  "customer.dismiss-pair": (input) => input,
  "customer.merge": ends,
  "customer.part": from,
  "customer.save": (input, n) => ({ ...input, ...name(n) }),
  "department.save": (input, n) => ({ ...input, ...name(n) }),
  "duty.give": (input, n, { people }) => ({
    ...input,
    personId: [people.louis.id, people.camille.id, null][n % 3] ?? null,
  }),
  "duty.exchange": from,
  "follow.end": own,
  "follow.start": own,
  "hat.give": from,
  "hat.take": "A hat ends on the earliest of the days that are asked for.",
  "import.answer": (input, n) => ({ ...input, dates: n % 2 ? "dmy" : "mdy" }),
  "import.give-up": from,
  "import.retry": from,
  "import.undo": from,
  "import.undo-work": from,
  "initiative.archive": ends,
  "initiative.create": adds,
  "initiative.edit": (input, n) => ({ ...input, title: `Title ${n}` }),
  "initiative.link-epic": (input, n) => ({ ...input, epicKey: `RIV-${n + 1}` }),
  "initiative.link-key-results": ends,
  "initiative.score": (input, n) => ({ ...input, ...score(n) }),
  "initiative.unlink-key-results": ends,
  "insight.answer": (input, n) => ({ ...input, note: `Note ${n}` }),
  "insight.assign": (input, n, { id }) => ({ ...input, tribeId: n % 2 ? id.pla : id.ter }),
  "insight.claim": ends,
  "insight.edit-kind": (input, n) => ({ ...input, kind: n % 2 ? "bug" : "praise" }),
  "insight.edit-title": (input, n) => ({ ...input, title: `Title ${n}` }),
  "insight.hand-in": adds,
  "insight.merge": from,
  "insight.part": from,
  "insight.reopen": (input) => input,
  "insight.return": (input) => input,
  "insight.share-out": (input, n, { id }) => ({
    ...input,
    teamId: n % 2 ? id.dispatch : id.tournees,
  }),
  "insight.snooze": (input, n) => ({ ...input, until: `2026-12-${10 + n}` }),
  "insight.split": adds,
  "insight.unshare": "Nobody's any more, it is what was asked for.",
  "key-result.archive": (input) => input,
  "key-result.check-in": adds,
  "key-result.create": adds,
  "key-result.retract": ends,
  "key-result.edit": (input, n) => ({ ...input, target: 20 + n }),
  "membership.end": "It ends on the earliest of the days that are asked for.",
  "membership.start": from,
  "message.allow": own,
  "message.retry": from,
  "message.silence": own,
  "notice.clear": own,
  "notice.read": own,
  "objective.archive": (input) => input,
  "objective.create": adds,
  "objective.edit": (input, n) => ({ ...input, title: `Title ${n}` }),
  "people.import": adds,
  "person.add": from,
  "person.deactivate": from,
  "person.edit": (input, n) => ({ ...input, ...name(n) }),
  "person.edit-password": own,
  "person.edit-preferences": own,
  "person.invite": "The last link opens, and those before it don't.",
  "proposal.confirm":
    "What somebody decided meanwhile stays as they decided, and is told as passed over.",
  "proposal.refuse": "A no is a no, however often it is said.",
  "requester.erase": from,
  "roadmap.close": from,
  "roadmap.commit": "Each keeps a picture of its own; the lanes stay as they are.",
  "roadmap.move": (input, n, { id }) => ({
    ...input,
    teamId: n % 2 ? id.dispatch : id.tournees,
  }),
  "roadmap.place": from,
  "roadmap.reopen": from,
  "roadmap.resize": (input, n) => ({ ...input, effortHalfMonths: 5 + n }),
  "roadmap.take-out": ends,
  "roadmap.withdraw": from,
  "session.end": own,
  "setting.change": (input, n) =>
    input.id === "upload-limit" ? { ...input, value: 3_000_000 + n } : input,
  "source.ask-pull": ends,
  "source.disconnect": from,
  "source.pause": ends,
  "source.resume": ends,
  "source.save": "A new one; a change of one is tried in the tests of desks.",
  "source.save-statuses": (input, n) => ({
    ...input,
    statuses: { Fini: n % 2 ? "backlog" : "resolved" },
  }),
  "team.archive": (input) => input,
  "team.save": (input, n) => ({ ...input, ...name(n) }),
  "theme.archive": ends,
  "theme.create": adds,
  "theme.edit": (input, n) => ({ ...input, title: `Title ${n}` }),
  "theme.group": ends,
  "theme.ungroup": ends,
  "tribe.archive": (input) => input,
  "tribe.save": (input, n) => ({ ...input, ...name(n) }),
  undo: from,
  "view.remove": own,
  "view.save": own,
};
