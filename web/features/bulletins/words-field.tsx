import { useState } from 'react';
import type { BulletinPart } from '#api/bulletins/contract.ts';
import { keysIn, piecesOf } from '#api/bulletins/marks.ts';
import { useText } from '../../text/messages/use-text.ts';
import styles from './bulletins.module.css';

interface WordsFieldProps {
  readonly part: BulletinPart;
  /** What the field begins with. */
  readonly begun: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly label: string;
  readonly onWrite: (text: string) => void;
}

/**
 * The words of one part, to be written over. Numbers stand among them as pieces that the browser does not edit; one that was
 * deleted whole is told of, and the part can be put back.
 */
export function WordsField({ part, begun, fields, label, onWrite }: WordsFieldProps) {
  const { t } = useText();
  // What the field is filled with; the browser's own from then on.
  const [start, setStart] = useState({ text: begun, round: 0 });
  const isWhole = marksOf(begun) === marksOf(part.text);
  const restore = (): void => {
    setStart({ text: part.text, round: start.round + 1 });
    onWrite(part.text);
  };
  return (
    <div className={styles.editing}>
      <span aria-hidden="true">{part.number}</span>
      <Field key={start.round} text={start.text} fields={fields} label={label} isWhole={isWhole} onWrite={onWrite} />
      {!isWhole && (
        <p role="alert">
          {t('bulletins.lost')}{' '}
          <button type="button" onClick={restore}>
            {t('bulletins.restore')}
          </button>
        </p>
      )}
    </div>
  );
}

const marksOf = (text: string): string => keysIn(text).toSorted().join('\n');

interface FieldProps extends Pick<WordsFieldProps, 'fields' | 'label' | 'onWrite'> {
  readonly text: string;
  readonly isWhole: boolean;
}

function Field({ text, fields, label, isWhole, onWrite }: FieldProps) {
  return (
    <div
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-invalid={!isWhole}
      tabIndex={0}
      contentEditable="plaintext-only"
      className={styles.words}
      // React is given no content, so that it never puts back what was typed over.
      ref={(host) => {
        if (host !== null && host.childNodes.length === 0) host.append(...nodesOf(text, fields));
      }}
      onInput={(event) => onWrite(textOf(event.currentTarget))}
    />
  );
}

function nodesOf(text: string, fields: ReadonlyMap<string, string>): Node[] {
  return piecesOf(text).map((piece) => {
    if ('words' in piece) return document.createTextNode(piece.words);
    const field = document.createElement('span');
    field.contentEditable = 'false';
    field.dataset['key'] = piece.key;
    field.className = styles.field ?? '';
    field.textContent = fields.get(piece.key) ?? piece.key;
    return field;
  });
}

/** What was written, with marks for the numbers. A bracket is a mark's alone. */
function textOf(host: Node): string {
  return [...host.childNodes]
    .map((node) => {
      if (node instanceof HTMLElement && node.dataset['key'] !== undefined) return `[${node.dataset['key']}]`;
      if (node.nodeName === 'BR') return '\n';
      if (node instanceof Text) return node.data.replaceAll(/[[\]]/g, '');
      return textOf(node);
    })
    .join('');
}
