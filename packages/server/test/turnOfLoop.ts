/** Lets everything run that waits for nothing but its turn. */
export async function turnOfLoop(turns = 1): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
}
