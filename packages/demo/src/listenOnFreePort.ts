const MORE_PORTS = 20;

/**
 * Listens on a port, or on the next free one when it is taken.
 *
 * @param listen - Tries one port; rejects with the code `EADDRINUSE` when it is taken.
 * @param onTaken - Called for each port that was taken.
 */
export async function listenOnFreePort<T>(
  firstPort: number,
  listen: (port: number) => Promise<T>,
  onTaken: (port: number) => void,
): Promise<T> {
  for (let port = firstPort; port < firstPort + MORE_PORTS; port += 1) {
    try {
      return await listen(port);
    } catch (error) {
      if (!isTaken(error)) throw error;
      onTaken(port);
    }
  }
  throw new Error(
    `Ports ${firstPort} to ${firstPort + MORE_PORTS - 1} are all taken. Choose another with PORT or EMULATOR_PORT.`,
  );
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
