/** The keys under which everything of ours stands in the Query cache. */
export const lingKeys = {
  all: ['ling'],
  chats: (): readonly ['ling', 'chats'] => ['ling', 'chats'],
  /** The committed conversation. */
  chat: (id: string): readonly ['ling', 'chat', string] => ['ling', 'chat', id],
  /** The mutation of each turn. */
  turn: (id: string): readonly ['ling', 'turn', string] => ['ling', 'turn', id],
} as const;
