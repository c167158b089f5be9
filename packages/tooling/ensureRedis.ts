import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const APT = '/usr/bin/apt-get';
const KNOWN_PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/**
 * Path of a Redis server to test with; Debian's is installed where there is none and that is possible.
 * `REDIS_SERVER_PATH` wins.
 *
 * @throws Error - With what to do, where there is none and none can be installed.
 */
export function ensureRedis(): string {
  const found = findRedis();
  if (found !== undefined) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync(APT)) {
    const apt = (...args: string[]): unknown =>
      execFileSync(APT, ['-y', '-q', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
      });
    apt('update');
    apt('install', '--no-install-recommends', 'redis-server');
  }
  const installed = findRedis();
  if (installed !== undefined) return installed;
  throw new Error(
    'The tests need Redis and found none. Install redis-server, or set REDIS_SERVER_PATH to its program.',
  );
}

function findRedis(): string | undefined {
  return process.env['REDIS_SERVER_PATH'] ?? KNOWN_PLACES.find((path) => existsSync(path));
}
