import { Link } from '@tanstack/react-router';
import type { AuditEventReply } from '#api/audit/contract.ts';
import { formatMonth } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { useIndicators, useRegions } from '../../api/reference.ts';
import { useSession } from '../../api/session.ts';
import { objectOf, type AuditObject } from './object.ts';

interface ObjectCellProps {
  readonly event: AuditEventReply;
}

/** What was changed, in words, and a way to it where it has a page that the reader may open. */
export function ObjectCell({ event }: ObjectCellProps) {
  const { t } = useText();
  const object = objectOf(event);
  switch (object.kind) {
    case 'submission':
      return <SubmissionLink object={object} />;
    case 'target':
      return <TargetLink object={object} />;
    case 'item':
      return <ItemLink object={object} />;
    case 'plan':
      return <PlanLink object={object} />;
    case 'project':
      return <ProjectLink object={object} />;
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

interface LinkProps<Kind extends AuditObject['kind']> {
  readonly object: Extract<AuditObject, { readonly kind: Kind }>;
}

function useRegionName(): (code: string) => string {
  const { language } = useText();
  const regions = useRegions();
  return (code) => regions.get(code)?.short[language] ?? code;
}

function SubmissionLink({ object: { year, month, region } }: LinkProps<'submission'>) {
  const { t, language } = useText();
  const { person } = useSession();
  const nameOf = useRegionName();
  const words = t('audit.submission', { month: formatMonth(year, month, language), region: nameOf(region) });
  if (person.role !== 'official') {
    return (
      <Link to="/cities/$code" params={{ code: region }} search={{ year, month }}>
        {words}
      </Link>
    );
  }
  const params = { year: String(year), month: String(month), region };
  return (
    <Link to="/submissions/$year/$month/$region" params={params} search={{}}>
      {words}
    </Link>
  );
}

function TargetLink({ object: { year, region, indicator } }: LinkProps<'target'>) {
  const { t, language } = useText();
  const nameOf = useRegionName();
  const name = useIndicators().get(indicator)?.short[language] ?? indicator;
  return (
    <Link to="/targets" search={{ year, open: `${region}-${indicator}` }}>
      {t('audit.target', { year, region: nameOf(region), indicator: name })}
    </Link>
  );
}

function ItemLink({ object: { interview, region, item } }: LinkProps<'item'>) {
  const { t } = useText();
  const nameOf = useRegionName();
  return (
    <Link to="/interviews/$id" params={{ id: interview }} search={{ open: `${region}-${item}` }}>
      {t('audit.item', { interview, region: nameOf(region), item })}
    </Link>
  );
}

function ProjectLink({ object: { region, id } }: LinkProps<'project'>) {
  const { t } = useText();
  const nameOf = useRegionName();
  return (
    <Link to="/projects" search={{ open: id }}>
      {t('audit.project', { region: nameOf(region) })}
    </Link>
  );
}

function PlanLink({ object: { year, region } }: LinkProps<'plan'>) {
  const { t } = useText();
  const nameOf = useRegionName();
  return (
    <Link to="/openings/$year/$region" params={{ year: String(year), region }}>
      {t('audit.plan', { year, region: nameOf(region) })}
    </Link>
  );
}
