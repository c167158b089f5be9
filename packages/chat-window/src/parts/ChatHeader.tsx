import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames } from '../classNames.ts';

export interface ChatHeaderProps extends Omit<ComponentPropsWithoutRef<'header'>, 'title'> {
  /** What the assistant is called. */
  readonly title: ReactNode;
  /** A short word beside it, such as the name of the model. */
  readonly badge?: ReactNode;
}

/** Names the assistant and its model. Renders a `<header>`. */
export function ChatHeader({ title, badge, className, children, ...props }: ChatHeaderProps): ReactElement {
  return (
    <header data-part="header" {...props} className={classNames('ling-header', className)}>
      <span className="ling-title">{title}</span>
      {badge !== undefined && <span className="ling-badge">{badge}</span>}
      {children}
    </header>
  );
}
