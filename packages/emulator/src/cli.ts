#!/usr/bin/env node
import { main } from './node/main.ts';

const { exitCode, close } = await main(process.argv.slice(2), {
  print: (text) => void process.stdout.write(text),
  warn: (text) => void process.stderr.write(text),
  env: process.env,
});
process.exitCode = exitCode;
// With nothing left to listen to, the process ends by itself, after a recording is written out.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close?.());
