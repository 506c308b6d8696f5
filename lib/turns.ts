import { Busy } from "#lib/busy.ts";

// Who would take too much at once waits for a turn: in order, not too many, and not for ever.

export type Turns = {
  /** Waits for a turn. @returns what ends it, which may be called twice. @throws Busy */
  take: () => Promise<() => void>;
  /** Nobody has a turn or waits for one. */
  isIdle: () => boolean;
};

export type TurnLimits = {
  atOnce: number;
  /** How many may wait besides. */
  waiting: number;
  patienceMs: number;
};

type Waiting = { begin: () => void };

export function turns({ atOnce, waiting, patienceMs }: TurnLimits): Turns {
  let taken = 0;
  const queue = new Set<Waiting>();

  function turn(): () => void {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const [next] = queue;
      if (!next) taken -= 1;
      else next.begin();
    };
  }

  return {
    take() {
      if (taken < atOnce) {
        taken += 1;
        return Promise.resolve(turn());
      }
      if (queue.size >= waiting) return Promise.reject(new Busy());
      return new Promise((resolve, reject) => {
        const one: Waiting = {
          begin: () => {
            leave();
            resolve(turn());
          },
        };
        const timer = setTimeout(() => {
          leave();
          reject(new Busy());
        }, patienceMs);
        const leave = () => {
          queue.delete(one);
          clearTimeout(timer);
        };
        queue.add(one);
      });
    },
    isIdle: () => taken === 0,
  };
}

/** The same for each of many: what one of them asks for takes only their own turns. */
export function turnsOfEach(limits: TurnLimits): (whose: string) => Promise<() => void> {
  const all = new Map<string, Turns>();
  return async (whose) => {
    const own = all.get(whose) ?? turns(limits);
    all.set(whose, own);
    const end = await own.take();
    return () => {
      end();
      if (own.isIdle()) all.delete(whose);
    };
  };
}
