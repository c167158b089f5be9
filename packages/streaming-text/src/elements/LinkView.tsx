'use client';
import type { Link } from '@ling-stream/markdown';
import type { ReactNode } from 'react';
import { readLinkAddress } from '../links/readAddress.ts';
import { useSettings } from '../settings.ts';

/** Shows a link; as mere text when its address must not be followed. */
export function LinkView({ link, children }: { link: Link; children: ReactNode }): ReactNode {
  const { components, linkPolicy } = useSettings();
  const Tag = components.a ?? 'a';
  if (link.href === undefined) return <Tag>{children}</Tag>; // it is still being written
  const address = readLinkAddress(link.href);
  if (address === undefined || linkPolicy?.(address) === false) {
    return <span data-part="blocked-link">{children}</span>;
  }
  return (
    <Tag
      href={address.href}
      title={link.title === '' ? undefined : link.title}
      rel="noopener noreferrer nofollow"
      referrerPolicy="no-referrer"
    >
      {children}
    </Tag>
  );
}
