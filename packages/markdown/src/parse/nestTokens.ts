import type { Token } from 'markdown-it';

/** A token with the tokens between it and its closing token. */
export interface Branch {
  readonly token: Token;
  readonly children: Branch[];
}

/** Turns the parser's flat list of opening and closing tokens into the tree it stands for. */
export function nestTokens(tokens: readonly Token[]): Branch[] {
  const root: Branch[] = [];
  const open: Branch[][] = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const branch: Branch = { token, children: [] };
    open.at(-1)?.push(branch);
    if (token.nesting > 0) open.push(branch.children);
  }
  return root;
}
