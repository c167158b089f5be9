import type { Part } from '@ling-stream/core';
import type { ReactElement } from 'react';

/** The pages an answer refers to, numbered. Renders a list of links, or nothing. */
export function ChatSources({ parts }: { readonly parts: readonly Part[] }): ReactElement | null {
  const sources = parts.filter((part) => part.type === 'source');
  if (sources.length === 0) return null;
  return (
    <ul className="ling-sources" data-part="sources">
      {sources.map(({ url, title }, index) => (
        <li key={url} className="ling-source">
          <a
            className="ling-source-link"
            href={url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            referrerPolicy="no-referrer"
          >
            <span className="ling-source-number">{index + 1}</span>
            {title ?? new URL(url).host}
          </a>
        </li>
      ))}
    </ul>
  );
}
