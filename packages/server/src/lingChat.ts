import { createChatHandler } from './createChatHandler.ts';
import type { ChatHandlerOptions } from './options.ts';
import { type NodeHandler, toNodeHandler } from './toNodeHandler.ts';

/**
 * The `/chat` endpoint for Express and `node:http`. Reads the body itself; a body parser before it does no harm.
 *
 * @example
 * ```ts
 * app.post('/chat', lingChat());
 * ```
 * @throws Error - At once, when there is neither a key nor an address to ask.
 */
export function lingChat(options: ChatHandlerOptions = {}): NodeHandler {
  return toNodeHandler(createChatHandler(options));
}
