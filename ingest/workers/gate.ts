/** Lets so much through at a time; what would be too much waits, in order. */
export interface Gate {
  /** Waits until there is room, and gives the function that makes it free again. */
  enter(weight: number): Promise<() => void>;
}

/** Makes a gate; what weighs more than its capacity passes alone. */
export function createGate(capacity: number): Gate {
  let used = 0;
  const waiting: { weight: number; open: () => void }[] = [];
  const letIn = () => {
    for (let next = waiting[0]; next && used + next.weight <= capacity; next = waiting[0]) {
      waiting.shift();
      used += next.weight;
      next.open();
    }
  };
  return {
    enter: (asked) =>
      new Promise((resolve) => {
        const weight = Math.min(asked, capacity);
        const leave = () => {
          used -= weight;
          letIn();
        };
        waiting.push({ weight, open: () => resolve(leave) });
        letIn();
      }),
  };
}
