import type { MouseEvent } from 'react';

/** Makes a click move focus inside the text, and leave the page's address to the app. */
export function goTo(selector: string): (event: MouseEvent<HTMLElement>) => void {
  return (event) => {
    const target = event.currentTarget.closest('[data-part="text"]')?.querySelector<HTMLElement>(selector);
    if (target === null || target === undefined) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  };
}
