import "server-only";
import { command } from "#lib/frame/command.ts";
import { bandOps, capacityOps, roadmapOps } from "#lib/roadmap/noun.ts";
import * as input from "#lib/roadmap/schema.ts";
import * as items from "#lib/roadmap/writes/items.ts";
import { setBand, setCapacity } from "#lib/roadmap/writes/limits.ts";
import * as quarters from "#lib/roadmap/writes/quarter.ts";

export const roadmapCommands = {
  "roadmap.place": command({
    input: input.placeInput,
    permissions: ["roadmap:draft"],
    operations: [roadmapOps.placed],
    run: items.placeInitiative,
  }),
  "roadmap.move": command({
    input: input.moveInput,
    permissions: ["roadmap:draft"],
    operations: [roadmapOps.moved],
    run: items.moveItem,
  }),
  "roadmap.resize": command({
    input: input.resizeInput,
    permissions: ["roadmap:draft"],
    operations: [roadmapOps.resized],
    run: items.resizeItem,
  }),
  "roadmap.take-out": command({
    input: input.takeOutInput,
    permissions: ["roadmap:draft"],
    operations: [roadmapOps.takenOut],
    run: items.takeOut,
  }),
  "roadmap.commit": command({
    input: input.commitInput,
    permissions: ["roadmap:commit"],
    operations: [roadmapOps.committed],
    run: quarters.commitQuarter,
  }),
  "roadmap.withdraw": command({
    input: input.tribeQuarterInput,
    permissions: ["roadmap:commit"],
    operations: [roadmapOps.withdrawn],
    run: quarters.withdrawQuarter,
  }),
  "roadmap.close": command({
    input: input.tribeQuarterInput,
    permissions: ["roadmap:commit"],
    operations: [roadmapOps.closed],
    run: quarters.closeQuarter,
  }),
  "roadmap.reopen": command({
    input: input.tribeQuarterInput,
    permissions: ["roadmap:commit"],
    operations: [roadmapOps.reopened],
    run: quarters.reopenQuarter,
  }),
  "capacity.set": command({
    input: input.setCapacityInput,
    permissions: ["capacity:set"],
    operations: [capacityOps.set],
    run: setCapacity,
  }),
  "band.set": command({
    input: input.setBandInput,
    permissions: ["band:set"],
    operations: [bandOps.set],
    run: setBand,
  }),
};
