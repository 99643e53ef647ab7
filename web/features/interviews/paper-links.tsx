import { Link } from '@tanstack/react-router';
import { paperKinds } from '#api/papers/contract.ts';
import type { Interview } from '#api/interviews/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './interview.module.css';

/** The way to the brief and the notice of each city. */
export function PaperLinks({ interview }: { readonly interview: Interview }) {
  const { t, language } = useText();
  const regions = useRegions();
  return (
    <nav className={`${styles.papers} screen-only`} aria-label={t('papers.links')}>
      {interview.regions.flatMap((region) =>
        paperKinds.map((paper) => (
          <Link
            key={`${region}-${paper}`}
            to="/interviews/$id/$paper/$region"
            params={{ id: interview.id, paper, region }}
          >
            {t('papers.of', { paper: t(`papers.${paper}`), city: regions.get(region)?.short[language] ?? region })}
          </Link>
        )),
      )}
    </nav>
  );
}
