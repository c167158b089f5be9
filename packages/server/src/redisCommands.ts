/** What is needed of a client for Redis, whichever it is. */
export interface RedisCommands {
  /** Sends one command. */
  send(...words: string[]): Promise<unknown>;
  /** Hears of a channel over a connection of its own; returns what ends that. */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>;
  /** Closes what was opened here; the client itself is the app's. */
  close(): Promise<void>;
}

/** A client of `redis` (node-redis), connected. */
export interface NodeRedisClient {
  sendCommand(words: string[]): Promise<unknown>;
  duplicate(): NodeRedisSubscriber;
}

interface NodeRedisSubscriber {
  connect(): Promise<unknown>;
  on(event: 'error', listener: () => void): unknown;
  subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  unsubscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
  destroy(): void;
}

/** A client of `ioredis`. */
export interface IoRedisClient {
  call(command: string, ...words: string[]): Promise<unknown>;
  duplicate(): IoRedisSubscriber;
}

interface IoRedisSubscriber {
  on(event: 'error', listener: () => void): unknown;
  on(event: 'message', listener: (channel: string, message: string) => void): unknown;
  subscribe(channel: string): Promise<unknown>;
  unsubscribe(channel: string): Promise<unknown>;
  disconnect(): void;
}

/** Makes the two clients one. The connection for channels is opened with the first channel. */
export function redisCommands(client: NodeRedisClient | IoRedisClient): RedisCommands {
  return 'call' in client ? overIoRedis(client) : overNodeRedis(client);
}

function overNodeRedis(client: NodeRedisClient): RedisCommands {
  let opened: Promise<NodeRedisSubscriber> | undefined;

  async function open(): Promise<NodeRedisSubscriber> {
    const made = client.duplicate();
    made.on('error', ignore);
    await made.connect();
    return made;
  }

  return {
    send: (...words) => client.sendCommand(words),
    async subscribe(channel, listener) {
      const subscriber = await (opened ??= open());
      await subscriber.subscribe(channel, listener);
      return async () => void (await subscriber.unsubscribe(channel, listener));
    },
    async close() {
      const subscriber = await opened?.catch(ignore);
      subscriber?.destroy();
      opened = undefined;
    },
  };
}

function overIoRedis(client: IoRedisClient): RedisCommands {
  const listeners = new Map<string, Set<(message: string) => void>>();
  let subscriber: IoRedisSubscriber | undefined;

  function open(): IoRedisSubscriber {
    const made = client.duplicate();
    made.on('error', ignore);
    made.on('message', (channel, message) => {
      for (const listener of listeners.get(channel) ?? []) listener(message);
    });
    return made;
  }

  return {
    send: (command = '', ...words) => client.call(command, ...words),
    async subscribe(channel, listener) {
      const channels = (subscriber ??= open());
      const own = listeners.get(channel) ?? new Set();
      listeners.set(channel, own.add(listener));
      await channels.subscribe(channel);
      return async () => {
        own.delete(listener);
        if (own.size > 0) return;
        listeners.delete(channel);
        await channels.unsubscribe(channel);
      };
    },
    async close() {
      subscriber?.disconnect();
      subscriber = undefined;
    },
  };
}

/** Both clients connect again by themselves; the log is asked anyway, and a command says what failed. */
function ignore(): void {}
