import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AccessToken } from '#api/access-tokens/contract.ts';
import { useRegions } from '../../api/reference.ts';
import { formatInstant } from '../../text/format.ts';
import { useText } from '../../text/messages/use-text.ts';
import { cardLabels } from '../../ui/card-labels.ts';
import { TableScroller } from '../../ui/table-scroller.tsx';
import table from '../../ui/table.module.css';
import { Tag } from '../../ui/tag.tsx';
import { RevokeToken } from './revoke-token.tsx';
import styles from './page.module.css';

const heads = ['name', 'scope', 'state', 'lastDay', 'madeBy', 'used', 'actions'] as const;

/** The tokens, one a row, ended ones too. */
export function TokenTable({ issued }: { readonly issued: readonly AccessToken[] }) {
  const { t } = useText();
  const [ending, setEnding] = useState<AccessToken | null>(null);
  if (issued.length === 0) return <p>{t('openData.none')}</p>;
  return (
    <>
      <TableScroller label={t('openData.tokens')}>
        <table ref={cardLabels} className={table.table}>
          <caption className="visually-hidden">{t('openData.tokens')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`openData.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issued.map((token) => (
              <Row key={token.id} token={token} onEnd={() => setEnding(token)} />
            ))}
          </tbody>
        </table>
      </TableScroller>
      {ending && <RevokeToken token={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

function Row({ token, onEnd }: { readonly token: AccessToken; readonly onEnd: () => void }) {
  const { t, language } = useText();
  const regions = useRegions();
  const { name, region, inAddress, expiresAt, lastUsedAt, uses, createdBy, createdAt, can } = token;
  const used =
    lastUsedAt === null
      ? t('openData.usedNever')
      : t('openData.usedTimes', { at: formatInstant(lastUsedAt), count: uses });
  return (
    <tr>
      <th scope="row">
        {name}
        {inAddress && <span className={styles.note}>{t('openData.inAddress')}</span>}
      </th>
      <td>{region === null ? t('openData.scopeAll') : (regions.get(region)?.name[language] ?? region)}</td>
      <td>
        <State token={token} />
      </td>
      <td>{lastDayOf(expiresAt)}</td>
      <td>
        {formatInstant(createdAt)}
        <span className={styles.note}>{createdBy.title[language]}</span>
      </td>
      <td>{used}</td>
      <td>
        {can.revoke && (
          <Button size="compact-sm" variant="default" onClick={onEnd}>
            {t('openData.revoke')}
            <span className="visually-hidden"> {t('openData.revokeNamed', { name })}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What a token is, and where it was ended by whom and why. */
function State({ token: { state, revoked } }: { readonly token: AccessToken }) {
  const { t, language } = useText();
  return (
    <>
      <Tag tone={state === 'active' ? 'plain' : 'quiet'}>{t(`openData.states.${state}`)}</Tag>
      {revoked && (
        <span className={styles.note}>
          {t('openData.revokedBecause', {
            at: formatInstant(revoked.at),
            by: revoked.by.title[language],
            reason: revoked.reason,
          })}
        </span>
      )}
    </>
  );
}

/** The day that ends as the token does. */
const lastDayOf = (expiresAt: string): string =>
  formatInstant(new Date(Date.parse(expiresAt) - 1).toISOString()).slice(0, 10);
