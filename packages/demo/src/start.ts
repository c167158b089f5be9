import { buildPage } from './buildPage.ts';
import type { DemoModel } from './demoModel.ts';
import { readPort } from './readPort.ts';
import { startEmulator } from './startEmulator.ts';
import { startServer } from './startServer.ts';

const { env } = process;
const isEmulated = !env['ANT_LING_API_KEY'] && !env['LING_BASE_URL'];

const emulator = isEmulated ? await startEmulator(readPort('EMULATOR_PORT', 8080)) : null;
if (emulator !== null) env['LING_BASE_URL'] = emulator.baseURL; // where lingChat() looks
const model: DemoModel = { isEmulated, name: env['LING_MODEL'] ?? 'Ling-2.6-flash' };
if (!isEmulated) console.log(`Model: ${model.name} at ${env['LING_BASE_URL'] ?? 'api.ant-ling.com'}`);

const page = await buildPage();
const server = await startServer(page, model, readPort('PORT', 3000));

// One process, so that ending it ends everything.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    void emulator?.close().finally(() => process.exit(0));
    if (emulator === null) process.exit(0);
  });
}
console.log(`ling-stream demo: http://127.0.0.1:${server.port}/`);
