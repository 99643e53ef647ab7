import { Button, TextInput } from '@mantine/core';
import type { Bulletin, BulletinWords } from '#api/bulletins/contract.ts';
import { problemOf } from '../../api/local-problem.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import styles from './bulletins.module.css';
import { useWords } from './use-words.ts';
import { WordsField } from './words-field.tsx';

/** The words and the two numbers of a draft; what is frozen stands among them and stays. */
export function Editor({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useText();
  const { words, write, saving } = useWords(bulletin);
  const values = new Map(Object.entries(bulletin.fields));
  return (
    <section className={styles.paper} aria-label={t('bulletins.words')}>
      <NumberFields words={words} onWrite={write} />
      <p className={styles.muted}>{t('bulletins.editNote')}</p>
      {bulletin.parts.map((part, at) => (
        <WordsField
          key={part.key}
          part={part}
          begun={words.texts[part.key] ?? part.text}
          fields={values}
          label={t('bulletins.edit', { part: at + 1 })}
          onWrite={(text) => write({ texts: { ...words.texts, [part.key]: text } })}
        />
      ))}
      {saving.error !== null && <ProblemView problem={problemOf(saving.error)} />}
      <div>
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>
          {t('bulletins.save')}
        </Button>
      </div>
    </section>
  );
}

interface NumberFieldsProps {
  readonly words: BulletinWords;
  readonly onWrite: (changed: Partial<BulletinWords>) => void;
}

function NumberFields({ words, onWrite }: NumberFieldsProps) {
  const { t } = useText();
  return (
    <div className={styles.line}>
      {(['issueNumber', 'documentNumber'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`bulletins.${name}`)}
          value={words[name]}
          maxLength={60}
          onChange={(event) => onWrite({ [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
