import { act, cleanup, render } from '@testing-library/react';
import { startTransition, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { scriptedTransport } from '../test/scriptedTransport.ts';
import { useLingStream } from './useLingStream.ts';

const ROWS = 40;
const ROW_MS = 4;

afterEach(cleanup);

it('does not restart a transition for text that arrives while it renders', async () => {
  const endpoint = scriptedTransport();
  let rendersOfFirstRow = 0;
  const actions = { start: (): void => {}, navigate: (): void => {} };
  function Row({ index }: { readonly index: number }) {
    if (index === 0) rendersOfFirstRow += 1;
    const until = performance.now() + ROW_MS;
    while (performance.now() < until); // work that React may interrupt between two rows
    return <li>{index}</li>;
  }
  function App() {
    const [isOpen, setOpen] = useState(false);
    const stream = useLingStream({ endpoint: '/chat', transport: endpoint.transport, buffer: 'immediate' });
    actions.start = () => void stream.start('Hello');
    actions.navigate = () => startTransition(() => setOpen(true));
    return (
      <>
        <p>{stream.text}</p>
        <ol>{isOpen && Array.from({ length: ROWS }, (_, index) => <Row key={index} index={index} />)}</ol>
      </>
    );
  }
  const view = render(<App />);
  await act(async () => actions.start());

  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false); // the real scheduler, which slices
  actions.navigate();
  for (let token = 0; view.container.querySelectorAll('li').length < ROWS; token += 1) await endpoint.send('x');

  // Twice when a flush was on its way as the transition began; an external store would restart it at every flush.
  expect(rendersOfFirstRow).toBeLessThanOrEqual(2);
});
