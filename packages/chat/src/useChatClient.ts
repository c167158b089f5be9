'use client';
import { QueryClient, QueryClientContext } from '@tanstack/react-query';
import { useContext, useState } from 'react';

/** The app's Query client where there is one, else one of this component's own. */
export function useChatClient(): QueryClient {
  const above = useContext(QueryClientContext);
  const [own] = useState(() => above ?? new QueryClient());
  return above ?? own;
}
