/**
 * Tech share: the effort of tech initiatives over the effort of all, for a team, a Tribe or the
 * company, against the band of that perimeter. Outside is shown with what would mend it, never
 * forbidden. "Add" brings new work in, "swap" replaces one kind by the other at the same total,
 * "take out" removes work: three different amounts. Each is rounded up to half a person-month, so
 * that doing what is said is enough, and left out when it would jump over the other edge. Nobody is told
 * to add what they can't take on: what is added stays within the capacity that is left.
 */
import type { Band } from "#lib/roadmap/band.ts";

export type Effort = {
  /** Half person-months of tech initiatives. */
  readonly techHalfMonths: number;
  /** Half person-months of all initiatives, tech included. */
  readonly totalHalfMonths: number;
  /** Half person-months that still fit, negative when over capacity; null when nobody said what fits. */
  readonly leftHalfMonths: number | null;
};

/** Half person-months, or null where no such amount lands inside the band. */
type Amount = number | null;

export type TechShare =
  | { readonly state: "none"; readonly share: null }
  | {
      readonly state: "within";
      readonly share: number;
      /** Half person-months of tech that still fit; null when any amount does. */
      readonly room: Amount;
    }
  | {
      readonly state: "below";
      readonly share: number;
      /** Tech to add · product to replace by tech · product to take out. */
      readonly add: Amount;
      readonly swap: Amount;
      readonly takeOut: Amount;
    }
  | {
      readonly state: "above";
      readonly share: number;
      /** Product to add · tech to replace by product · tech to take out. */
      readonly add: Amount;
      readonly swap: Amount;
      readonly takeOut: Amount;
    };

export type ShareState = TechShare["state"];

/** The share is 0-1 and compared unrounded; amounts are half person-months. */
export function techShare({ band, ...effort }: Effort & { readonly band: Band }): TechShare {
  const { techHalfMonths: tech, totalHalfMonths: total } = effort;
  if (total <= 0) return { state: "none", share: null };
  const share = tech / total;
  const state = stateOf(effort, band);
  if (state === "within") return { state, share, room: roomForTech(effort, band) };
  const mends = state === "below" ? mendsBelow(effort, band) : mendsAbove(effort, band);
  return { state, share, ...mends };
}

/** Whole numbers on both sides, so that an edge is never missed by a rounding of fractions. */
function stateOf(effort: Effort, band: Band): "below" | "within" | "above" {
  const hundredfold = 100 * effort.techHalfMonths;
  if (hundredfold < band.low * effort.totalHalfMonths) return "below";
  return hundredfold > band.high * effort.totalHalfMonths ? "above" : "within";
}

function mendsBelow(effort: Effort, band: Band) {
  const { techHalfMonths: tech, totalHalfMonths: total } = effort;
  const lack = band.low * total - 100 * tech;
  return {
    add: ifFits(ifLands(Math.ceil(lack / (100 - band.low)), effort, band, addTech), effort),
    swap: ifLands(Math.ceil(lack / 100), effort, band, swapToTech),
    takeOut: ifLands(Math.ceil(lack / band.low), effort, band, takeOutProduct),
  };
}

function mendsAbove(effort: Effort, band: Band) {
  const { techHalfMonths: tech, totalHalfMonths: total } = effort;
  const excess = 100 * tech - band.high * total;
  return {
    add: ifFits(ifLands(Math.ceil(excess / band.high), effort, band, addProduct), effort),
    swap: ifLands(Math.ceil(excess / 100), effort, band, swapToProduct),
    takeOut: ifLands(Math.ceil(excess / (100 - band.high)), effort, band, takeOutTech),
  };
}

function roomForTech(effort: Effort, band: Band): Amount {
  const { techHalfMonths: tech, totalHalfMonths: total, leftHalfMonths: left } = effort;
  const free = left === null ? null : Math.max(0, left);
  if (band.high === 100) return free;
  const room = Math.floor((band.high * total - 100 * tech) / (100 - band.high));
  return free === null ? room : Math.min(room, free);
}

type Change = (effort: Effort, halfMonths: number) => Effort;

const change =
  (techBy: number, totalBy: number): Change =>
  (effort, halfMonths) => ({
    techHalfMonths: effort.techHalfMonths + techBy * halfMonths,
    totalHalfMonths: effort.totalHalfMonths + totalBy * halfMonths,
    leftHalfMonths:
      effort.leftHalfMonths === null ? null : effort.leftHalfMonths - totalBy * halfMonths,
  });

export const addTech = change(1, 1);
export const swapToTech = change(1, 0);
export const takeOutProduct = change(0, -1);
export const addProduct = change(0, 1);
export const swapToProduct = change(-1, 0);
export const takeOutTech = change(-1, -1);

function ifFits(halfMonths: Amount, { leftHalfMonths: left }: Effort): Amount {
  return halfMonths !== null && left !== null && halfMonths > left ? null : halfMonths;
}

/** In a small perimeter half a person-month can jump over the whole band: then it mends nothing. */
function ifLands(halfMonths: number, effort: Effort, band: Band, apply: Change): Amount {
  if (!Number.isFinite(halfMonths)) return null;
  const after = apply(effort, halfMonths);
  return after.totalHalfMonths > 0 && stateOf(after, band) === "within" ? halfMonths : null;
}

/**
 * The share in per cent as it is written: whole, but with one decimal where a whole number would
 * read as inside the band ("19.8 %", never "20 %", while below 20 %).
 */
export function writtenPercent(share: number, state: ShareState, band: Band): number {
  const percent = share * 100;
  const whole = Math.round(percent);
  if (state === "below" && whole >= band.low) return Math.floor(percent * 10) / 10;
  if (state === "above" && whole <= band.high) return Math.ceil(percent * 10) / 10;
  return whole;
}
