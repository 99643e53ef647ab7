/** A picture of a bulletin as a chart that word processors draw themselves: with its numbers in it, in the reader’s fonts. */
import { Paragraph } from 'docx';
import { ChartRun, type ChartSeries } from 'docx/charts';
import type { Picture, PictureSeries } from './pictures.ts';

/** As wide as the text, and with its caption as high as a third of a page; in the pixels of 96 to an inch. */
const size = { width: 588, height: 236 };

const font = { size: 7.5 };

/** The paragraph of a picture; `id` sets it apart from the others of the document. */
export function chartParagraph({ caption, description, categories, series, format }: Picture, id: number): Paragraph {
  const chart = new ChartRun({
    type: 'column',
    categories,
    series: series.map((one) => seriesOf(one, format)),
    // The columns of the levels stand in one place: a city has one of them.
    overlap: 100,
    gapWidth: 60,
    categoryAxis: { font },
    valueAxis: { font, minimum: 0, numberFormat: format.replace('0.00%', '0%').replace(/0\.0+$/, '0') },
    legend: { position: 'bottom', font },
    chartArea: { border: 'none' },
    transformation: size,
    altText: { id: String(id), name: caption, title: caption, description },
  });
  return new Paragraph({ keepLines: true, children: [chart] });
}

function seriesOf({ name, color, form, values, isLabelled }: PictureSeries, format: string): ChartSeries {
  const own = { name, values, color };
  const labels = { value: true, numberFormat: format, font };
  if (form === 'column') return { ...own, dataLabels: isLabelled ? { ...labels, position: 'outsideEnd' } : false };
  return {
    ...own,
    type: 'line',
    markers: form === 'line',
    line: { color, width: form === 'line' ? 2 : 1, dash: form === 'dashes' ? 'dash' : 'solid' },
    dataLabels: isLabelled ? { ...labels, position: 'above' } : false,
  };
}
