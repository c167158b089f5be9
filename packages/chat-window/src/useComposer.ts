'use client';
import { useLatest } from '@ling-stream/react';
import { type FormEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { isComposing } from './isComposing.ts';

export interface UseComposerOptions {
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  /** Whether an answer is on its way; nothing is sent then, and what is written stays. */
  readonly isActive: boolean;
  readonly onSend: (text: string) => void;
  readonly onStop: () => void;
  readonly focusOnMount?: boolean | undefined;
}

export interface UseComposerResult {
  /** Whether there is nothing to send. */
  readonly isEmpty: boolean;
  readonly onInput: (event: FormEvent<HTMLTextAreaElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  /** For the button: sends, or stops the answer that is on its way. */
  readonly press: () => void;
}

/** The second click of a double click on Send must not stop what the first one has started. */
const DOUBLE_CLICK_MS = 300;

/**
 * What a text box needs to send: keys, the state of the button, growing with its text.
 *
 * The text stays in the element: writing it back while an input method composes would double letters.
 */
export function useComposer(options: UseComposerOptions): UseComposerResult {
  const { inputRef, focusOnMount = false } = options;
  const latest = useLatest(options);
  const [isEmpty, setEmpty] = useState(true);
  const sentAt = useRef(-Infinity);

  useEffect(() => {
    if (focusOnMount && matchMedia('(pointer: fine)').matches) inputRef.current?.focus({ preventScroll: true });
  }, [focusOnMount, inputRef]);

  const read = useCallback((input: HTMLTextAreaElement) => {
    setEmpty(input.value.trim() === '');
    // Where the box cannot size itself by its content, a copy behind it does.
    if (input.parentElement !== null) input.parentElement.dataset['value'] = input.value;
  }, []);

  const send = useCallback(() => {
    const input = inputRef.current;
    const text = input?.value.trim() ?? '';
    if (input === null || text === '' || latest.current.isActive) return;
    sentAt.current = performance.now();
    input.value = '';
    read(input);
    latest.current.onSend(text);
  }, [inputRef, latest, read]);

  const press = useCallback(() => {
    if (!latest.current.isActive) send();
    else if (performance.now() - sentAt.current > DOUBLE_CLICK_MS) latest.current.onStop();
    inputRef.current?.focus({ preventScroll: true });
  }, [inputRef, latest, send]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLTextAreaElement>) => {
      if (isComposing(event.nativeEvent)) return;
      if (event.key === 'Escape' && latest.current.isActive) latest.current.onStop();
      if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
      event.preventDefault();
      send();
    },
    [latest, send],
  );

  return { isEmpty, onInput: (event) => read(event.currentTarget), onKeyDown, press };
}
