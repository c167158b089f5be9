/**
 * Reads a port from the environment.
 *
 * @throws Error - When the variable is set to something that is no port.
 */
export function readPort(name: string, fallback: number): number {
  const value = process.env[name];
  if (value === undefined || value === '') return fallback;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} is "${value}", which is no port. Set it to a whole number from 1 to 65535.`);
}
