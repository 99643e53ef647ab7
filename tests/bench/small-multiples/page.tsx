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

const percent = (value: number): string => `${Math.round(value * 100)}%`;
const words = {
  value: '58%',
  pending: '',
  target: '目标 100%',
  pace: '序时',
  lastYear: '',
  projection: '照近期约 81%',
  missing: '缺 112.6',
  needed: '需每月 84',
  tick: percent,
  month: (month: number) => `${month}月`,
};
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
          input={{ points: chart.points, pace, targets: [{ from: 0, value: 1 }], start: 0, projection: null, max: 1.1 }}
          words={words}
          read={({ value }) => percent(value)}
        />
      )),
    ),
  );
  root.getBoundingClientRect();
  const took = performance.now() - start;
  drawing.unmount();
  return took;
};
