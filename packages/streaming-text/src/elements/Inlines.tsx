'use client';
import type { Inline } from '@ling-stream/markdown';
import { Fragment, memo, type NamedExoticComponent, type ReactNode, type RefObject, useRef } from 'react';
import { showControls } from '../code/showControls.ts';
import { useSettings } from '../settings.ts';
import { FootnoteMark } from './FootnoteMark.tsx';
import { GrowingText, type TextPlace } from './GrowingText.tsx';
import { ImageView } from './ImageView.tsx';
import { LinkView } from './LinkView.tsx';
import { MathView } from './MathView.tsx';

export interface InlinesProps {
  readonly nodes: readonly Inline[];
  /** Element the nodes are put into, when it is ours. */
  readonly parent?: RefObject<Node | null> | undefined;
  /** How many children the parent has before these. */
  readonly offset?: number;
}

/** Shows text with its marks. Each node becomes exactly one child of the parent. */
export const Inlines: NamedExoticComponent<InlinesProps> = memo(function Inlines({
  nodes,
  parent,
  offset = 0,
}: InlinesProps): ReactNode {
  return nodes.map((node, index) => {
    const place = parent === undefined ? undefined : { parent, index: offset + index };
    // An inline node has no name of its own: it is its place.
    return <Fragment key={`${index}${node.type}`}>{renderInline(node, place)}</Fragment>;
  });
});

function renderInline(node: Inline, place: TextPlace | undefined): ReactNode {
  switch (node.type) {
    case 'text':
      return <GrowingText value={node.value} place={place} />;
    case 'code':
      return <InlineCode value={node.value} />;
    case 'emphasis':
      return <Mark name="em" nodes={node.children} />;
    case 'strong':
      return <Mark name="strong" nodes={node.children} />;
    case 'deleted':
      return <Mark name="del" nodes={node.children} />;
    case 'link':
      return (
        <LinkView link={node}>
          <Inlines nodes={node.children} />
        </LinkView>
      );
    case 'image':
      return <ImageView image={node} />;
    case 'math':
      return <MathView box="span" value={node.value} display={node.display} />;
    case 'footnote':
      return <FootnoteMark name={node.name} />;
    case 'break':
      return <Break />;
  }
}

function Mark({ name, nodes }: { name: 'em' | 'strong' | 'del'; nodes: readonly Inline[] }): ReactNode {
  const Override = useSettings().components[name];
  const parent = useRef<HTMLModElement>(null);
  if (Override !== undefined) {
    return (
      <Override>
        <Inlines nodes={nodes} />
      </Override>
    );
  }
  const Tag = name;
  return (
    <Tag ref={parent}>
      <Inlines nodes={nodes} parent={parent} />
    </Tag>
  );
}

function InlineCode({ value }: { value: string }): ReactNode {
  const Code = useSettings().components.code ?? 'code';
  return <Code dir="ltr">{showControls(value)}</Code>;
}

function Break(): ReactNode {
  const Tag = useSettings().components.br ?? 'br';
  return <Tag />;
}
