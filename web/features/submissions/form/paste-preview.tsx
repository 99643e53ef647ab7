import { Button } from '@mantine/core';
import { useText } from '../../../text/messages/use-text.ts';
import { cardLabels } from '../../../ui/card-labels.ts';
import tables from '../../../ui/data-table.module.css';
import type { NamedBlock } from './paste-by-name.ts';
import { takeFocus } from '../../../ui/take-focus.ts';
import styles from './form.module.css';

interface PastePreviewProps {
  readonly block: NamedBlock;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

/** What a block that was pasted by names would put where, before it does. Takes the focus when it appears. */
export function PastePreview({ block, onTake, onCancel }: PastePreviewProps) {
  const { t, language } = useText();
  return (
    <section className={styles.notice} aria-labelledby="paste-title">
      <h3 id="paste-title">{t('answers.paste.title', { count: block.rows.length })}</h3>
      <table ref={cardLabels} className={tables.table}>
        <thead>
          <tr>
            {(['name', 'goesTo', 'what'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`answers.paste.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(({ name, indicator, texts }) => (
            <tr key={indicator.code}>
              <th scope="row">{name}</th>
              <td>{indicator.short[language]}</td>
              <td>{texts.map(({ field, text }) => `${t(`submission.form.${field}`)} ${text}`).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {block.left.length > 0 && (
        <p>{t('answers.paste.left', { names: block.left.join(language === 'zh' ? '、' : ', ') })}</p>
      )}
      <div className={styles.actions}>
        <Button onClick={onTake} ref={takeFocus} disabled={block.rows.length === 0}>
          {t('answers.paste.take')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('everywhere.cancel')}
        </Button>
      </div>
    </section>
  );
}
