/** Eleven burn-ups of twelve points, drawn when the bench asks; the time ends when the browser has laid them out. */
import '#web/app/theme.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { BurnUp } from '../../../web/charts/burn-up.tsx';
import { startText } from '#web/text/messages/use-text.ts';

const pace = Array.from({ length: 13 }, (_, month) => month / 12);
const points = (city: number) =>
  Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    position: index + 1,
    value: ((index + 1) / 12) * (0.6 + city / 20),
    expected: (index + 1) / 12,
    accepted: true,
  }));

const charts = Array.from({ length: 11 }, (_, city) => ({ city, points: points(city) }));
const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');
await startText('zh');

declare global {
  interface Window {
    drawCharts?: () => number;
  }
}

window.drawCharts = () => {
  const start = performance.now();
  const drawing = createRoot(root);
  flushSync(() =>
    drawing.render(
      charts.map((chart) => (
        <BurnUp
          key={chart.city}
          title={`城市${chart.city}`}
          points={chart.points}
          pace={pace}
          target={1}
          max={1.4}
          format={(value) => `${Math.round(value * 100)}%`}
        />
      )),
    ),
  );
  root.getBoundingClientRect();
  const took = performance.now() - start;
  drawing.unmount();
  return took;
};
