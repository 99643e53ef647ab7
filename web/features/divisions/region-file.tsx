import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { importRegions, previewRegions, type RegionTablePreview } from '#api/region-tables/contract.ts';
import { upload } from '../../api/files.ts';
import { problemOf } from '../../api/local-problem.ts';
import { tableType } from '../../parts/files/table-type.ts';
import { useText } from '../../text/messages/use-text.ts';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import table from '../../ui/data-table.module.css';
import styles from './divisions.module.css';

/** With the type that its name says: systems differ in what they call a CSV. What is no table the server refuses. */
const typed = (file: File): Blob => new Blob([file], { type: tableType(file.name) ?? file.type });

/** A file that was looked at, and taken in after that. */
function useRegionFile() {
  const client = useQueryClient();
  const look = useMutation({ mutationFn: (file: File) => upload(previewRegions, {}, typed(file)) });
  const take = useMutation({
    mutationFn: (file: File) => upload(importRegions, {}, typed(file)),
    // Every page names regions.
    onSuccess: () => client.invalidateQueries(),
  });
  const choose = (file: File): void => {
    take.reset();
    look.mutate(file);
  };
  return { look, take, choose };
}

/** Regions from a file, for whoever administers the office: looked at first, then taken in as a whole. */
export function RegionFile() {
  const { t } = useText();
  const { look, take, choose } = useRegionFile();
  const failed = look.error ?? take.error;
  return (
    <section className={styles.page} aria-labelledby="region-file">
      <h2 id="region-file">{t('divisions.file.title')}</h2>
      <p className={styles.muted}>{t('divisions.file.hint')}</p>
      <div>
        <ChooseFiles
          label={t('divisions.file.choose')}
          offered=".xlsx,.csv"
          onChosen={([chosen]) => chosen !== undefined && choose(chosen)}
        />
      </div>
      {failed !== null && <ProblemView problem={problemOf(failed)} />}
      {take.isSuccess && <output>{t('divisions.file.done', take.data)}</output>}
      {look.data !== undefined && !take.isSuccess && (
        <Preview preview={look.data} isTaking={take.isPending} onTake={() => take.mutate(look.variables)} />
      )}
    </section>
  );
}

interface PreviewProps {
  readonly preview: RegionTablePreview;
  readonly isTaking: boolean;
  readonly onTake: () => void;
}

function Preview({ preview, isTaking, onTake }: PreviewProps) {
  const { t } = useText();
  const { added, changed, faults } = preview;
  return (
    <>
      <p role="status">{t('divisions.file.would', preview)}</p>
      <Faults faults={faults} />
      {faults.length === 0 && added + changed > 0 && (
        <div>
          <Button loading={isTaking} onClick={onTake}>
            {t('divisions.file.take')}
          </Button>
        </div>
      )}
    </>
  );
}

function Faults({ faults }: Pick<RegionTablePreview, 'faults'>) {
  const { t, language } = useText();
  if (faults.length === 0) return null;
  return (
    <table className={table.table}>
      <caption>{t('divisions.file.faults')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('divisions.file.row')}</th>
          <th scope="col" className={table.level}>
            {t('divisions.file.fault')}
          </th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ row, code, detail }) => (
          <tr key={`${row} ${code}`}>
            <th scope="row">{row}</th>
            <td className={table.level}>{detail[language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
