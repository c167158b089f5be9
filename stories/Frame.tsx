import type { ReactElement, ReactNode } from 'react';

/** Gives a window the height that an app's layout would give it. */
export function Frame({
  children,
  height = 640,
}: {
  readonly children: ReactNode;
  readonly height?: number;
}): ReactElement {
  return <div style={{ blockSize: height }}>{children}</div>;
}
