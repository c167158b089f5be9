import { afterEach, describe, expect, it } from 'vitest';
import { createFollow, type Follow } from './createFollow.ts';

let follow: Follow | undefined;

afterEach(() => {
  follow?.destroy();
  document.body.replaceChildren();
});

describe('createFollow', () => {
  it('keeps the end in view while the content grows', async () => {
    const { scroller, grow } = setUp();

    await grow(500);
    await grow(3);
    await grow(2_000);

    expect(distance(scroller)).toBe(0);
  });

  it.each([
    ['a wheel notch of one pixel up', (box: HTMLElement) => box.dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }))],
    ['a finger that pulls down', pullDown],
    ['PageUp', (box: HTMLElement) => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp' }))],
    ['a scrollbar that is dragged up', (box: HTMLElement) => void (box.scrollTop -= 60)],
    ['a selection', select],
  ])('lets go at %s, and does not move the reader afterwards', async (_, act) => {
    const { scroller, grow } = setUp();
    await grow(1_000);

    act(scroller);
    await frame();
    const top = scroller.scrollTop;
    await grow(400);

    expect(follow?.isFollowing()).toBe(false);
    expect(scroller.scrollTop).toBe(top);
  });

  it('is not let go by a burst of text, however far the end moves', async () => {
    const { scroller, grow } = setUp();

    for (let burst = 0; burst < 20; burst += 1) {
      scroller.firstElementChild?.append(line(300));
      scroller.dispatchEvent(new Event('scroll'));
    }
    await grow(1);

    expect(follow?.isFollowing()).toBe(true);
    expect(distance(scroller)).toBe(0);
  });

  it('takes hold again at the very end and not near it', async () => {
    const { scroller, grow } = setUp();
    await grow(1_000);
    scroller.scrollTop -= 200;
    await frame();

    scroller.scrollTop += 150;
    await frame();
    expect(follow?.isFollowing()).toBe(false);
    scroller.scrollTop += 50;
    await frame();

    expect(follow?.isFollowing()).toBe(true);
  });

  it('takes hold again at a jump', async () => {
    const { scroller, grow } = setUp();
    await grow(1_000);
    scroller.scrollTop = 0;
    await frame();

    follow?.jump();
    await grow(300);

    expect(distance(scroller)).toBe(0);
  });

  it('does not let go of content that is too short to scroll', () => {
    const { scroller } = setUp();

    scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: -100 }));

    expect(follow?.isFollowing()).toBe(true);
  });
});

function setUp() {
  const scroller = document.createElement('div');
  scroller.style.cssText = 'height: 200px; overflow-y: auto';
  const content = document.createElement('div');
  scroller.append(content);
  document.body.append(scroller);
  follow = createFollow(scroller, content, () => {});
  return {
    scroller,
    async grow(heightPx: number) {
      content.append(line(heightPx));
      await frame();
    },
  };
}

function line(heightPx: number): HTMLElement {
  const element = document.createElement('p');
  element.style.cssText = `height: ${heightPx}px; margin: 0`;
  element.textContent = 'text';
  return element;
}

const distance = (box: HTMLElement): number => Math.round(box.scrollHeight - box.clientHeight - box.scrollTop);

/** Two frames: one in which sizes are observed, and one after it. */
const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

function pullDown(box: HTMLElement): void {
  for (const [type, clientY] of [
    ['touchstart', 10],
    ['touchmove', 30],
  ] as const) {
    const touch = new Touch({ identifier: 1, target: box, clientY });
    box.dispatchEvent(new TouchEvent(type, { touches: [touch], bubbles: true }));
  }
}

function select(box: HTMLElement): void {
  const text = box.firstElementChild?.firstElementChild?.firstChild;
  if (text) document.getSelection()?.setBaseAndExtent(text, 0, text, 2);
}
