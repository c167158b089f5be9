// Tests run in a real browser. This finds one, installs Debian's where that is possible, or says what to do.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

const APT = '/usr/bin/apt-get';

if (findChromium() === undefined) {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync(APT);
  if (!canInstall) {
    console.error(
      'The tests need Chromium and found none. Install Chromium or Chrome, or set CHROMIUM_PATH to its program file.',
    );
    process.exit(1);
  }
  console.log('Installing Chromium, which the browser tests run in…');
  const apt = (...args: string[]): unknown =>
    execFileSync(APT, ['-y', '-q', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji');
}
