// A server process of its own, to be killed: `node serverProcess.ts <redis port>`; prints its port.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createClient } from 'redis';
import { lingChat } from '../src/lingChat.ts';
import { redisRunStore } from '../src/redisRunStore.ts';

const client = createClient({ url: `redis://127.0.0.1:${process.argv[2]}` });
await client.connect();
const chat = lingChat({ store: redisRunStore({ client, leaseMs: 300, pollMs: 100 }) });
const server = createServer((request, response) => void chat(request, response)).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
