import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { downloadPaper, getPaper, paperKinds, type Paper, type PaperBlock } from '#api/papers/contract.ts';
import { fileAddress } from '../../api/files.ts';
import { query } from '../../api/queries.ts';
import { useText } from '../../text/messages/use-text.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageNotFound } from '../../ui/page-not-found.tsx';
import { TableScroller } from '../../ui/table-scroller.tsx';
import { cardLabels } from '../../ui/card-labels.ts';
import styles from './page.module.css';

const route = getRouteApi('/interviews/$id/$paper/$region');

/** A brief or a notice as it is printed, in the language of the page, with the document to go on writing in. */
export function Page() {
  const { id, paper, region } = route.useParams();
  const kind = paperKinds.find((one) => one === paper);
  return kind === undefined ? <PageNotFound /> : <PaperPage params={{ interview: id, paper: kind, region }} />;
}

interface PaperPageProps {
  readonly params: {
    readonly interview: string;
    readonly paper: (typeof paperKinds)[number];
    readonly region: string;
  };
}

function PaperPage({ params }: PaperPageProps) {
  const { t, language } = useText();
  const input = { params, query: { language } };
  const result = useQuery(query(getPaper, input));
  return (
    <Loaded result={result}>
      {(paper) => (
        <>
          <PageHead title={t(`papers.${params.paper}`)} sentence={paper.title} printed={paper.footer}>
            <a href={fileAddress(downloadPaper, input)} download>
              {t('papers.download')}
            </a>
            <Button variant="default" onClick={() => print()}>
              {t('papers.print')}
            </Button>
          </PageHead>
          <PaperView paper={paper} />
        </>
      )}
    </Loaded>
  );
}

function PaperView({ paper }: { readonly paper: Paper }) {
  return (
    <article className={styles.paper}>
      <p>{paper.subtitle}</p>
      {paper.sections.map(({ heading, blocks }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {blocks.map((block) => (
            <Block key={keyOf(block)} block={block} heading={heading} />
          ))}
        </section>
      ))}
      <p className={styles.footer}>{paper.footer}</p>
    </article>
  );
}

const keyOf = (block: PaperBlock): string => (block.kind === 'table' ? block.head.join() : block.text);

function Block({ block, heading }: { readonly block: PaperBlock; readonly heading: string }) {
  if (block.kind === 'paragraph') return <p>{block.text}</p>;
  return (
    <TableScroller label={`${heading} · ${block.head[0] ?? ''}`}>
      <table ref={cardLabels} className={styles.table}>
        <thead>
          <tr>
            {block.head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((text, at) => (
                <td key={block.head[at + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}
