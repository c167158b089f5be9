'use client';
import type { Image } from '@ling-stream/markdown';
import { type ReactNode, useState } from 'react';
import { isAllowedImage } from '../links/isAllowedImage.ts';
import { readImageAddress } from '../links/readAddress.ts';
import { useSettings } from '../settings.ts';

/**
 * Shows an image when the app allows its address or the reader asks for it, and until then what it is and where from:
 * a loading image can carry words of the conversation to a stranger's server.
 */
export function ImageView({ image }: { image: Image }): ReactNode {
  const { allowImages, components, labels } = useSettings();
  const address = image.src === undefined ? undefined : readImageAddress(image.src);
  // Kept as an address, so that a click on one image never loads another that takes its place.
  const [asked, setAsked] = useState<string>();
  const alt = image.alt === '' ? labels.image : image.alt;
  if (address === undefined) return <span data-part="blocked-image">{alt}</span>;
  if (asked !== address.href && !isAllowedImage(address.href, allowImages)) {
    return (
      <button
        type="button"
        className="ling-image"
        data-part="image"
        title={labels.loadImage(address.host)}
        onClick={() => setAsked(address.href)}
      >
        {alt} <small>{address.host === '' ? labels.loadImage('') : address.host}</small>
      </button>
    );
  }
  const Tag = components.img ?? 'img';
  return (
    <Tag
      src={address.href}
      alt={image.alt}
      title={image.title === '' ? undefined : image.title}
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
    />
  );
}
