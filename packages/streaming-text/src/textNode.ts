/** Whether a node is a text; unlike `instanceof`, in the document of another window too. */
export function isText(node: Node | null | undefined): node is Text {
  return node?.nodeType === 3;
}

/**
 * Makes a text node say `text`, by adding to it where it only grew: replacing its data would empty a selection in it.
 */
export function appendText(node: Text, text: string): void {
  if (text.startsWith(node.data)) node.appendData(text.slice(node.length));
  else if (node.data.startsWith(text)) node.deleteData(text.length, node.length - text.length);
  else node.data = text;
}
