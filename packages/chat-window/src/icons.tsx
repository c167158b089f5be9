import type { ReactElement } from 'react';

/** Icons are drawn in the page: nothing is fetched, and they take the colour of the text. */
function Icon({ path }: { readonly path: string }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" className="ling-svg" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

export const SendIcon = (): ReactElement => <Icon path="M12 19V5M5.5 11.5 12 5l6.5 6.5" />;
export const DownIcon = (): ReactElement => <Icon path="M12 5v14M6 13l6 6 6-6" />;
export const ChevronIcon = (): ReactElement => <Icon path="m6 9 6 6 6-6" />;
export const AlertIcon = (): ReactElement => (
  <Icon path="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.500v5M12 16.200v.1" />
);
export const StopIcon = (): ReactElement => (
  <svg viewBox="0 0 24 24" className="ling-svg" aria-hidden="true">
    <rect x="7" y="7" width="10" height="10" rx="2" className="ling-svg-fill" />
  </svg>
);
