import { usePictureWidth } from '../../../charts/use-picture-width.ts';
import { useText } from '../../../text/messages/use-text.ts';
import { ratePairLayout, type LaidBar, type RatePairInput } from './rate-pair.ts';
import styles from './rate-pair.module.css';

/** Two bars that are compared, as tall as there is room. */
export function RatePairPicture({ pair }: { readonly pair: RatePairInput }) {
  const { t } = useText();
  const { place, width, height } = usePictureWidth(480, 300);
  const size = { width, height: height ?? width * 0.75 };
  const bars = ratePairLayout(pair, size);
  const [first, second] = pair.bars;
  const read = t('meetingMode.rates.read', {
    first: first.name,
    firstValue: first.text,
    second: second.name,
    secondValue: second.text,
  });
  return (
    <figure className={styles.figure}>
      <figcaption>{pair.title}</figcaption>
      <svg ref={place} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={read}>
        {bars.map((bar) => (
          <Bar key={bar.name.text} bar={bar} />
        ))}
        <path className={styles.base} d={`M0 ${(bars[0]?.y ?? 0) + (bars[0]?.height ?? 0)}H${size.width}`} />
      </svg>
    </figure>
  );
}

function Bar({ bar: { x, y, width, height, isHollow, name, value } }: { readonly bar: LaidBar }) {
  return (
    <g textAnchor="middle">
      <rect className={isHollow ? styles.hollow : styles.solid} x={x} y={y} width={width} height={height} />
      <text className={styles.value} x={value.x} y={value.y} fontSize={value.size}>
        {value.text}
      </text>
      <text x={name.x} y={name.y} fontSize={name.size}>
        {name.text}
      </text>
    </g>
  );
}
