import { act } from '@testing-library/react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ATTACKS } from '../test/attacks.ts';
import { StreamingText } from './StreamingText.tsx';

// Nothing may be loaded, run or parsed as HTML on this page; a try is reported.
const POLICY = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const ELEMENTS = new Set(
  'div p h1 h2 h3 h4 h5 h6 span strong em del code a button small ul ol li input blockquote hr table thead tbody tr th td figure figcaption pre sup section br'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(?:data-[a-z-]+|dir|class|href|title|rel|referrerpolicy|type|checked|disabled|readonly|start|value|tabindex|aria-label|aria-pressed|role|id)$/;

describe('a page that trusts nobody', () => {
  let frame: HTMLIFrameElement;
  let root: Root;
  let page: Document;
  const violations: string[] = [];

  beforeEach(async () => {
    frame = document.createElement('iframe');
    frame.setAttribute('srcdoc', `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><main></main>`);
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
      document.body.append(frame);
    });
    if (frame.contentDocument === null) throw new Error('no page');
    page = frame.contentDocument;
    violations.length = 0;
    page.addEventListener('securitypolicyviolation', (event) => violations.push(event.blockedURI));
    root = createRoot(page.querySelector('main') ?? page.body);
  });

  afterEach(async () => {
    await act(async () => root.unmount());
    frame.remove();
  });

  /** Asks for something itself, and waits until that is reported: by then all that was asked for before is, too. */
  async function readViolations(): Promise<string[]> {
    const image = page.createElement('img');
    const reported = new Promise((resolve) => {
      page.addEventListener('securitypolicyviolation', resolve, { once: true });
    });
    image.src = 'https://mine.example/';
    await reported;
    return violations.map((uri) => (uri.startsWith('https://mine.example') ? 'mine' : uri));
  }

  it('refuses HTML', () => {
    expect(() => Reflect.set(page.body, ['inner', 'HTML'].join(''), '<b>')).toThrow('TrustedHTML');
  });

  it(`shows ${ATTACKS.length} attacks at once, and none of them does anything`, async () => {
    const faults: string[] = [];
    for (const attack of ATTACKS) {
      await act(async () => root.render(<StreamingText key={attack} text={attack} />));
      faults.push(...findFaults(page, attack));
    }

    expect(faults).toEqual([]);
    expect(await readViolations()).toEqual(['mine']);
    expect(ATTACKS.length).toBeGreaterThan(200);
  });

  it('shows them streamed, and none of them does anything on the way', async () => {
    const faults: string[] = [];
    for (const attack of ATTACKS) {
      for (let end = 3; end < attack.length; end += 4) {
        await act(async () => root.render(<StreamingText key={attack} text={attack.slice(0, end)} streaming />));
        faults.push(...findFaults(page, attack.slice(0, end)));
      }
    }

    expect(faults).toEqual([]);
    expect(await readViolations()).toEqual(['mine']);
  });

  it('shows everything that Markdown can be', async () => {
    const text =
      '# a\n\n**b** `c` [d](https://e.example) ![f](g) $h$[^i]\n\n- [x] j\n\n|k|\n|:-:|\n|l|\n\n```js\nm\n```\n\n[^i]: n';
    await act(async () => root.render(<StreamingText text={text} streaming caret />));
    await act(async () => root.render(<StreamingText text={`${text}\n\n> [!NOTE]\n> o`} />));

    expect(findFaults(page, text)).toEqual([]);
    expect(await readViolations()).toEqual(['mine']);
    expect(page.querySelectorAll('main *').length).toBeGreaterThan(30);
  });
});

/** Elements, attributes and addresses that no text may bring about. */
function findFaults(page: Document, attack: string): string[] {
  const faults: string[] = [];
  for (const element of page.querySelectorAll('main *')) {
    if (!ELEMENTS.has(element.localName)) faults.push(`<${element.localName}>`);
    for (const { name, value } of element.attributes) {
      const isBad =
        !ATTRIBUTES.test(name) ||
        (name === 'class' && !value.split(' ').every((word) => word.startsWith('ling-'))) ||
        (name === 'id' && !/^ling.+footnote-\d+$/.test(value)) ||
        (name === 'href' && !/^(?:https?:|mailto:|tel:|about:)/.test(new URL(value, 'https://here.example').href)) ||
        (name === 'href' && /^\s*about:/i.test(value));
      if (isBad) faults.push(`${name}="${value}"`);
    }
  }
  return faults.map((fault) => `${fault} from ${JSON.stringify(attack)}`);
}
