import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listAccessTokens } from '#api/access-tokens/contract.ts';
import { openDatasetAt } from '#api/dataset/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CopiedText } from './copied-text.tsx';
import { Downloads } from './downloads.tsx';
import { NewToken, type MadeToken } from './new-token.tsx';
import { Recipes } from './recipes.tsx';
import { TokenTable } from './token-table.tsx';
import styles from './page.module.css';

/** The dataset for people to take along and for programs to read. */
export function Page() {
  const { t } = useText();
  const { person } = useSession();
  const [made, setMade] = useState<MadeToken | null>(null);
  return (
    <>
      <PageHead title={t('openData.title')} sentence={t('openData.sentence')} />
      <div className={styles.page}>
        <Downloads />
        {person.role !== 'leader' && <Tokens made={made} onMade={setMade} />}
        <Recipes token={made?.token ?? null} />
      </div>
    </>
  );
}

interface TokensProps {
  readonly made: MadeToken | null;
  readonly onMade: (made: MadeToken | null) => void;
}

function Tokens({ made, onMade }: TokensProps) {
  const { t } = useText();
  const result = useQuery(query(listAccessTokens, {}));
  return (
    <section className={styles.section}>
      <h2>{t('openData.tokens')}</h2>
      <p className={styles.hint}>{t('openData.tokensHint')}</p>
      {made !== null && <Made made={made} onDone={() => onMade(null)} />}
      <Loaded result={result}>
        {({ issued, can, lastDay }) => (
          <>
            {can.create && <NewToken can={can} lastDay={lastDay} onMade={onMade} />}
            <TokenTable issued={issued} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Made({ made: { name, token, inAddress }, onDone }: { readonly made: MadeToken; readonly onDone: () => void }) {
  const { t } = useText();
  const address = location.origin + fileAddress(openDatasetAt, { params: { token }, query: { format: 'csv' } });
  return (
    <section className={styles.made} role="alert">
      <h3>{t('openData.made', { name })}</h3>
      <p>{t('openData.once')}</p>
      <CopiedText label={t('openData.token')} text={token} />
      {inAddress && <CopiedText label={t('openData.address')} text={address} />}
      <Button onClick={onDone}>{t('openData.done')}</Button>
    </section>
  );
}
