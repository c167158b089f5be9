import { describe, expect, it } from 'vitest';
import { readImageAddress, readLinkAddress } from './readAddress.ts';

describe('readLinkAddress', () => {
  it.each([
    ['https://a.example/b?c#d', { href: 'https://a.example/b?c#d', scheme: 'https:', host: 'a.example' }],
    ['HTTP://A.example', { href: 'http://a.example/', scheme: 'http:', host: 'a.example' }],
    ['mailto:a@b.example', { href: 'mailto:a@b.example', scheme: 'mailto:', host: '' }],
    ['tel:+123', { href: 'tel:+123', scheme: 'tel:', host: '' }],
    ['/a/b', { href: '/a/b', scheme: '', host: '' }],
    ['a.md#b', { href: 'a.md#b', scheme: '', host: '' }],
    ['', { href: '', scheme: '', host: '' }],
    ['//b.example/c', { href: 'https://b.example/c', scheme: 'https:', host: 'b.example' }],
    ['\\\\b.example/c', { href: 'https://b.example/c', scheme: 'https:', host: 'b.example' }],
    ['/\\b.example', { href: 'https://b.example/', scheme: 'https:', host: 'b.example' }],
    ['https:b.example', { href: 'https://b.example/', scheme: 'https:', host: 'b.example' }],
  ])('reads %s', (written, address) => {
    expect(readLinkAddress(written)).toEqual(address);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'feed:javascript:1',
    'vscode://x',
    'ms-appinstaller:x',
    'https://[',
  ])('refuses %s', (written) => {
    expect(readLinkAddress(written)).toBeUndefined();
  });

  it('drops invisible letters', () => {
    expect(readLinkAddress('https://a.example/%F3%A0%80%81%F3%A0%81%BFb')?.href).toBe('https://a.example/b');
  });
});

describe('readImageAddress', () => {
  it('refuses what is not fetched from the web', () => {
    expect(readImageAddress('mailto:a@b.example')).toBeUndefined();
    expect(readImageAddress('data:image/png;base64,AA')).toBeUndefined();
  });
});
