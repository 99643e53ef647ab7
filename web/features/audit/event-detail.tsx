import type { AuditEventReply } from '#api/audit/contract.ts';
import type { TextKey } from '../../text/messages/catalogue.ts';
import type { audit } from '../../text/messages/audit.ts';
import { hasText, useText } from '../../text/messages/use-text.ts';
import { useIndicators } from '../../api/reference.ts';
import table from '../../ui/table.module.css';
import { detailRows } from './detail-rows.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

interface EventDetailProps {
  readonly event: AuditEventReply;
  readonly title: string;
}

type Field = keyof typeof audit.zh.fields;
const isField = (field: string): field is Field => hasText(`audit.fields.${field}`);

/** What exactly an event was: the values that were given, those before them, and the request's id. */
export function EventDetail({ event, title }: EventDetailProps) {
  const { t, language } = useText();
  const rows = detailRows(event, useIndicators(), language);
  const hasOld = rows.some(({ old }) => old !== null);
  const label = (field: string): string => {
    const key: TextKey | null = isField(field) ? `audit.fields.${field}` : null;
    return key === null ? field : t(key);
  };
  return (
    <table ref={cardLabels} className={`${table.plain} ${styles.detail}`}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          {hasOld && <th scope="col">{t('audit.old')}</th>}
          <th scope="col">{t('audit.now')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, indicator, old, now }) => (
          <tr key={field}>
            <th scope="row">{indicator?.short[language] ?? label(field)}</th>
            {hasOld && <td>{old}</td>}
            <td>{now}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('audit.requestId')}</th>
          <td colSpan={hasOld ? 2 : 1} className={styles.id}>
            {event.requestId}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
