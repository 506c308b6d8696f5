import { bandsOf, effortOf, type Lane, type TribeBoard } from "#lib/roadmap/board.ts";
import { techShare } from "#lib/roadmap/tech-share.ts";

export const isUnset = ({ capacityHalfMonths }: Lane) => capacityHalfMonths === null;

export const shareOf = (tribe: TribeBoard) =>
  techShare({ ...effortOf(tribe.lanes), ...bandsOf(tribe) });
