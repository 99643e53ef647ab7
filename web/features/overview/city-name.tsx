import { Link } from '@tanstack/react-router';
import { useRegions } from '../../api/reference.ts';
import { AsOfNote } from '../../parts/as-of-note.tsx';
import type { KnownPeriod } from '../../parts/period.ts';
import { useText } from '../../text/messages/use-text.ts';
import type { CityRow } from './rows.ts';

export interface CityRowProps {
  readonly row: CityRow;
  readonly period: KnownPeriod;
}

interface CityNameProps extends CityRowProps {
  readonly className: string | undefined;
}

/** What a city's row begins with: its name, which leads to its page, and the day of older figures. */
export function CityName({ row: { city, cells }, period, className }: CityNameProps) {
  const { language } = useText();
  return (
    <th scope="row">
      <Link to="/cities/$code" params={{ code: city.region }} search={period} className={className}>
        {useRegions().get(city.region)?.short[language] ?? city.region}
      </Link>
      <AsOfNote standings={cells.map(({ standing }) => standing)} period={period} />
    </th>
  );
}
