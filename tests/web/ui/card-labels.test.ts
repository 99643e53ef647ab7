import { describe, expect, it } from 'vitest';
import { columnWords } from '#web/ui/card-labels.ts';

const head = (text: string, across = 1, down = 1) => ({ text, across, down });

describe('the words of a table’s columns', () => {
  it('are those of its only header row', () => {
    expect(columnWords([[head('City'), head('Level')]])).toEqual(['City', 'Level']);
    expect(columnWords([])).toEqual([]);
  });

  it('have their group first, under which one header may stand over a bar and its number', () => {
    const groups = [head('City', 1, 2), head('Area', 3), head('Report', 1, 2)];
    expect(columnWords([groups, [head('Completion', 2), head('Gap')]])).toEqual([
      'City',
      '',
      'Area Completion',
      'Area Gap',
      'Report',
    ]);
  });
});
