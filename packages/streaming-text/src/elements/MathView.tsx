'use client';
import type { ReactNode } from 'react';
import { type MathProps, useSettings } from '../settings.ts';

/** Shows a formula with the app's component for formulas, and without one as the TeX it is written in. */
export function MathView({ box: Box, value, display }: MathProps & { box: 'div' | 'span' }): ReactNode {
  const { math: Formula } = useSettings();
  return (
    <Box className="ling-math" data-part="math" data-display={display ? '' : undefined} dir="ltr">
      {Formula === undefined ? <code>{value}</code> : <Formula value={value} display={display} />}
    </Box>
  );
}
