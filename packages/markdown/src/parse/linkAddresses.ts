import type { Inline } from '../node.ts';
import { encodeAddress } from '../rules/encodeAddress.ts';

const START = /https?:\/\/|www\.|@/gi;
/** A host in letters of ASCII, so that `a.example重` ends before the Chinese; or a host in other letters from its start. */
const HOST = '(?:[A-Za-z\\d_-]+(?:\\.[A-Za-z\\d_-]+)*|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)';
/** Full-width punctuation ends an address; nobody puts a space before it. */
const REST = '(?::\\d+)?(?:[/?#](?:[!-;=-~]|(?=\\P{ASCII})[\\p{L}\\p{N}\\p{M}])*)?';
const ADDRESS = new RegExp(`(?:https?://|www\\.)${HOST}${REST}`, 'iuy');
const MAILBOX = /[A-Za-z\d.+_-]{1,64}$/;
const MAIL_HOST = /[A-Za-z\d_-]+(?:\.[A-Za-z\d_-]+)*\.[A-Za-z\d_-]*[A-Za-z\d](?![A-Za-z\d_-])/y;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** Makes links of the web and mail addresses in a text, as GitHub does. */
export function linkAddresses(text: string): Inline[] {
  const nodes: Inline[] = [];
  let end = 0;
  for (const { index, 0: mark } of text.matchAll(START)) {
    if (index < end) continue;
    const found = mark === '@' ? findMail(text, index, end) : findAddress(text, index);
    if (found === undefined) continue;
    if (found.start > end) nodes.push({ type: 'text', value: text.slice(end, found.start) });
    const value = text.slice(found.start, found.end);
    nodes.push({ type: 'link', href: encodeAddress(found.href), title: '', children: [{ type: 'text', value }] });
    end = found.end;
  }
  if (end < text.length) nodes.push({ type: 'text', value: text.slice(end) });
  return nodes;
}

function findAddress(text: string, start: number): Found | undefined {
  if (/[A-Za-z\d]/.test(text[start - 1] ?? '')) return undefined;
  ADDRESS.lastIndex = start;
  const [whole = ''] = ADDRESS.exec(text) ?? [];
  const address = dropEnd(whole);
  const [, host = ''] = /^(?:https?:\/\/)?([^/?#:]*)/i.exec(address) ?? [];
  // No underscores in the last two parts of a host, as a domain has none.
  if (host === '' || /^www\.?$/i.test(host) || /_[^.]*(?:\.[^.]*)?$/.test(host)) return undefined;
  return { start, end: start + address.length, href: /^www/i.test(address) ? `http://${address}` : address };
}

function findMail(text: string, at: number, from: number): Found | undefined {
  const [mailbox = ''] = MAILBOX.exec(text.slice(Math.max(from, at - 64), at)) ?? [];
  MAIL_HOST.lastIndex = at + 1;
  const [host = ''] = MAIL_HOST.exec(text) ?? [];
  if (mailbox === '' || host === '') return undefined;
  return { start: at - mailbox.length, end: at + 1 + host.length, href: `mailto:${mailbox}@${host}` };
}

const ENDING = /(?:[?!.,:*_~'"]|&[A-Za-z\d]{1,31};|;)$/;

/** Leaves out what belongs to the sentence: its punctuation, a bracket that was opened before, a character reference. */
function dropEnd(address: string): string {
  const closers = { ')': count(address, ')') - count(address, '('), ']': count(address, ']') - count(address, '[') };
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1];
    if ((last === ')' || last === ']') && closers[last] > 0) {
      closers[last] -= 1;
      end -= 1;
      continue;
    }
    const [dropped = ''] = ENDING.exec(address.slice(Math.max(end - 33, 0), end)) ?? [];
    if (dropped === '') break;
    end -= dropped.length;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
