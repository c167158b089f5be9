/** The elements and texts below an element, in short: `p(a strong(b))`. */
export function shape(element: Element): string {
  return [...element.childNodes]
    .map((node) => (node instanceof Element ? `${node.localName}(${shape(node)})` : (node.textContent ?? '')))
    .join(' ')
    .replaceAll(/ +(?=[ )]|$)|(?<=\() +/g, '')
    .replaceAll(/ {2,}/g, ' ');
}
