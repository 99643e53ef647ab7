import { Link } from '@tanstack/react-router';
import type { AuditEventReply } from '#api/audit/contract.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { objectOf } from './object.ts';

interface ObjectCellProps {
  readonly event: AuditEventReply;
}

/** What was changed, in words, and a way to it where it has a page that the reader may open. */
export function ObjectCell({ event }: ObjectCellProps) {
  const { t, language } = useText();
  const { person } = useSession();
  const regions = useRegions();
  const indicators = useIndicators();
  const nameOf = (code: string): string => regions.get(code)?.short[language] ?? code;
  const object = objectOf(event);
  switch (object.kind) {
    case 'submission': {
      const { year, month, region } = object;
      const words = t('audit.submission', { month: formatMonth(year, month, language), region: nameOf(region) });
      if (person.role === 'official') {
        const params = { year: String(year), month: String(month), region };
        return (
          <Link to="/submissions/$year/$month/$region" params={params} search={{}}>
            {words}
          </Link>
        );
      }
      return (
        <Link to="/cities/$code" params={{ code: region }} search={{ year, month }}>
          {words}
        </Link>
      );
    }
    case 'target': {
      const { year, region, indicator } = object;
      const name = indicators.get(indicator)?.short[language] ?? indicator;
      return (
        <Link to="/targets" search={{ year, open: `${region}-${indicator}` }}>
          {t('audit.target', { year, region: nameOf(region), indicator: name })}
        </Link>
      );
    }
    case 'item': {
      const { interview, region, item } = object;
      return (
        <Link to="/interviews/$id" params={{ id: interview }} search={{ open: `${region}-${item}` }}>
          {t('audit.item', { interview, region: nameOf(region), item })}
        </Link>
      );
    }
    case 'account':
      return (
        <Link to="/accounts" search={{}}>
          {object.name}
        </Link>
      );
    case 'unknown-account':
      return t('audit.unknownAccount');
    case 'trail':
      return t('audit.trail');
    case 'text':
      return object.text;
  }
}
