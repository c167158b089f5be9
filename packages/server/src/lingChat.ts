import { type ChatService, createChatHandler } from './createChatHandler.ts';
import type { ChatHandlerOptions } from './options.ts';
import { type NodeHandler, toNodeHandler } from './toNodeHandler.ts';

/** The `/chat` endpoint as a handler for Express, Connect and `node:http`. */
export type LingChat = NodeHandler & ChatService;

/**
 * The `/chat` endpoint for Express and `node:http`. Reads the body itself; a body parser before it does no harm.
 *
 * @example
 * ```ts
 * app.post('/chat', lingChat());
 * app.use('/chat', lingChat({ store: memoryRunStore() })); // with `GET` and `DELETE` of `/chat/runs/<id>`
 * ```
 * @throws Error - At once, when there is neither a key nor an address to ask.
 */
export function lingChat(options: ChatHandlerOptions = {}): LingChat {
  const handler = createChatHandler(options);
  return Object.assign(toNodeHandler(handler), { health: handler.health, shutdown: handler.shutdown });
}
