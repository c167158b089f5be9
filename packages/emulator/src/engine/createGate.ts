/** Something to wait for that somebody else opens. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

/** Creates a gate that is shut. */
export function createGate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
