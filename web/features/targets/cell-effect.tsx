import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { previewTargets } from '#api/target-blocks/contract.ts';
import type { TargetCell } from '#api/targets/contract.ts';
import { upload } from '../../api/files.ts';
import { Effects } from './effects.tsx';

interface CellEffectProps {
  readonly year: number;
  readonly cell: Pick<TargetCell, 'region' | 'indicator'>;
  /** As it is typed; null where it cannot be read yet. */
  readonly amount: string | null;
  readonly effectiveMonth: number;
}

/** Long enough not to ask for each digit. */
const settledMs = 300;

/** What a target that is being typed would change, asked of the server as a block of one cell. */
export function CellEffect({ year, cell: { region, indicator }, amount, effectiveMonth }: CellEffectProps) {
  const [asked] = useDebouncedValue(amount, settledMs);
  const { data } = useQuery({
    queryKey: [previewTargets.name, { year, region, indicator, asked, effectiveMonth }],
    queryFn: () => {
      const table = [`"",${quoted(indicator)}`, `${quoted(region)},${quoted(asked ?? '')}`].join('\n');
      return upload(
        previewTargets,
        { params: { year }, query: { effectiveMonth } },
        new Blob([table], { type: 'text/csv' }),
      );
    },
    enabled: asked !== null && asked === amount,
  });
  const isNew = data?.cells.some(({ isSame }) => !isSame) ?? false;
  return data !== undefined && isNew && asked === amount && <Effects preview={data} />;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
