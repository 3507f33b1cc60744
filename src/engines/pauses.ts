/** Pauses of many users that can all be ended at once. */

/** Pauses under way. */
export interface Pauses {
  /** Resolves after so many milliseconds, or when all pauses end. */
  wait(milliseconds: number): Promise<void>;
  /** Ends those under way, and any that would begin. */
  end(): void;
}

/** Begins without any. */
export function openPauses(): Pauses {
  const under = new Map<NodeJS.Timeout, () => void>();
  let isOver = false;
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        if (isOver) return resolve();
        const timer = setTimeout(() => {
          under.delete(timer);
          resolve();
        }, milliseconds);
        under.set(timer, resolve);
      }),
    end() {
      isOver = true;
      for (const [timer, resolve] of under) {
        clearTimeout(timer);
        resolve();
      }
      under.clear();
    },
  };
}
