/** Keeps a scroll box at its end until its reader goes elsewhere. */
export interface Follow {
  isFollowing(): boolean;
  /** Goes to the end and follows it from now on. */
  jump(): void;
  destroy(): void;
}

/** Nearer than this to the end is the end: zoomed pages round. */
const AT_END_PX = 2;
const UPWARD_KEYS: ReadonlySet<string> = new Set(['ArrowUp', 'PageUp', 'Home']);

/**
 * Follows the end of a scroll box by the reader's intent: a wheel, finger, key, scrollbar or selection that goes up
 * lets go, and only reaching the very end, or `jump`, takes hold again. How far the end is away says nothing: a burst
 * of text moves it as well.
 *
 * @param scroller - The box; nothing else may write its `scrollTop`.
 * @param content - The one child of it that grows.
 * @param onChange - Called when following begins or ends.
 */
export function createFollow(scroller: HTMLElement, content: HTMLElement, onChange: () => void): Follow {
  let following = true;
  let lastTop = scroller.scrollTop;
  let lastTouchY = 0;
  const events = new AbortController();
  const listen = { signal: events.signal, passive: true };

  function become(next: boolean): void {
    if (next === following) return;
    following = next;
    onChange();
  }

  function isAtEnd(): boolean {
    return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop <= AT_END_PX;
  }

  function isScrollable(): boolean {
    return scroller.scrollHeight - scroller.clientHeight > AT_END_PX;
  }

  function letGo(): void {
    if (isScrollable()) become(false);
  }

  function toEnd(): void {
    scroller.scrollTop = scroller.scrollHeight;
    lastTop = scroller.scrollTop;
  }

  function onScroll(): void {
    const top = scroller.scrollTop;
    // Our own writes only ever go down, and content that shrinks leaves the box at its end.
    if (isAtEnd()) become(true);
    else if (top < lastTop) become(false);
    lastTop = top;
  }

  function onSelect(): void {
    const selection = scroller.ownerDocument.getSelection();
    const isOurs = selection?.isCollapsed === false && scroller.contains(selection.anchorNode);
    if (isOurs) letGo();
  }

  function onTouchMove({ touches }: TouchEvent): void {
    const y = touches[0]?.clientY ?? lastTouchY;
    if (y > lastTouchY) letGo();
    lastTouchY = y;
  }

  scroller.addEventListener('scroll', onScroll, listen);
  scroller.addEventListener('wheel', (event) => event.deltaY < 0 && letGo(), listen);
  scroller.addEventListener('touchstart', (event) => void (lastTouchY = event.touches[0]?.clientY ?? 0), listen);
  scroller.addEventListener('touchmove', onTouchMove, listen);
  scroller.addEventListener('keydown', (event) => UPWARD_KEYS.has(event.key) && letGo(), listen);
  scroller.addEventListener('focusin', (event) => event.target !== scroller && !isAtEnd() && letGo(), listen);
  scroller.ownerDocument.addEventListener('selectionchange', onSelect, listen);

  // Runs before paint, so that a reader who follows never sees the end out of view.
  const resizes = new ResizeObserver(() => {
    if (following) toEnd();
    else if (isAtEnd()) become(true);
  });
  resizes.observe(content);
  resizes.observe(scroller);

  return {
    isFollowing: () => following,
    jump() {
      become(true);
      toEnd();
    },
    destroy() {
      events.abort();
      resizes.disconnect();
    },
  };
}
