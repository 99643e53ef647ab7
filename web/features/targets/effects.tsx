import type { BlockPreview } from '#api/target-blocks/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { LevelMark } from '../../charts/level-mark.tsx';
import { formatMonthName } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './page.module.css';

/** The levels that new targets would change, said before anything is saved; nothing where no month is judged by them yet. */
export function Effects({
  preview: { month, effects },
}: {
  readonly preview: Pick<BlockPreview, 'month' | 'effects'>;
}) {
  const { t, language } = useText();
  const regions = useRegions();
  if (month === null) return null;
  const words = { month: formatMonthName(month, language) };
  if (effects.length === 0) return <p>{t('targets.block.noEffect', words)}</p>;
  return (
    <>
      <p>{t('targets.block.effects', words)}</p>
      <ul className={styles.effects}>
        {effects.map(({ region, before, after }) => (
          <li key={region}>
            {regions.get(region)?.short[language] ?? region} <LevelMark level={before} withWord /> →{' '}
            <LevelMark level={after} withWord />
          </li>
        ))}
      </ul>
    </>
  );
}
