/** What is wrong with a figure that somebody gave, or with what was answered in its place: lines of the closed list in `problem-texts.ts`. Safe in a browser. */
export const figureProblemTexts = {
  'unknown-indicator': {
    status: 422,
    zh: '没有代码为“{indicator}”的指标。',
    en: 'There is no indicator “{indicator}”.',
  },
  'figure-null': {
    status: 422,
    zh: '“{indicator}”为 null。尚无数据时请省略该项；确为零时请填 0。',
    en: '“{indicator}” is null. Leave it out where there is no figure yet; write 0 where it is zero.',
  },
  'figure-empty': {
    status: 422,
    zh: '“{indicator}”为空。空不等于零：尚无数据时请省略该项，确为零时请填 0。',
    en: '“{indicator}” is empty. Empty is not zero: leave it out where there is no figure yet; write 0 where it is zero.',
  },
  'figure-notation': {
    status: 422,
    zh: '“{indicator}”的“{text}”不能识别。请直接填普通数字，例如 1234.5 或 1,234.5；本栏单位已是万㎡时，“12万”请填 12。',
    en: '“{text}” for “{indicator}” cannot be read. Write a plain number such as 1234.5 or 1,234.5; where the unit is 10k m² already, write 12 for “12万”.',
  },
  'figure-not-a-number': {
    status: 422,
    zh: '“{indicator}”的“{text}”不是数字。',
    en: '“{text}” for “{indicator}” is not a number.',
  },
  'figure-negative': {
    status: 422,
    zh: '“{indicator}”不能为负数（{text}），应大于或等于 0。',
    en: '“{indicator}” cannot be negative ({text}); it is 0 or more.',
  },
  'figure-too-large': {
    status: 422,
    zh: '“{indicator}”的“{text}”超出可存储的范围，请检查单位（{unit}）。',
    en: '“{text}” for “{indicator}” is larger than can be kept; check the unit ({unit}).',
  },
  'too-many-decimals': {
    status: 422,
    zh: '“{indicator}”最多 {decimals} 位小数，收到“{text}”。请四舍五入后再填，系统不会代为取舍。',
    en: '“{indicator}” takes at most {decimals} decimals; “{text}” has more. Round it yourself: the system never does.',
  },
  'figure-shape': {
    status: 422,
    zh: '“{indicator}”的形式不对：比率类请同时填分子和分母，其他请填累计数。',
    en: '“{indicator}” has the wrong shape: a ratio takes a numerator and a denominator, everything else a cumulative figure.',
  },
  'part-exceeds-whole': {
    status: 422,
    zh: '“{part}”（{partValue}）大于其所属的“{whole}”（{wholeValue}）。请核对两项数据。',
    en: '“{part}” ({partValue}) is greater than “{whole}” ({wholeValue}), of which it is a part. Check both.',
  },
  'numerator-differs': {
    status: 422,
    zh: '“{indicator}”的分子取自“{source}”，应为 {expected}，收到 {given}。请核对“{source}”；分子随其变化，不另行填报。',
    en: 'The numerator of “{indicator}” is taken from “{source}” and is {expected}, not {given}. Check “{source}”: the numerator follows it and is not reported by itself.',
  },
  'numerator-without-source': {
    status: 422,
    zh: '“{indicator}”的分子取自“{source}”，而该项没有数据。请先填“{source}”，或将“{indicator}”留空。',
    en: 'The numerator of “{indicator}” is taken from “{source}”, which has no figure. Fill in “{source}” first, or leave “{indicator}” out.',
  },
  'figures-missing': {
    status: 422,
    zh: '尚未填写：{indicators}。请补齐后再报送。',
    en: 'Not filled in yet: {indicators}. Complete them, then submit.',
  },
  'word-required': {
    status: 422,
    zh: '“不适用”须说明：{indicators}。请各写一句为什么。',
    en: '“Not applicable” wants a word: {indicators}. Say why, in a sentence each.',
  },
  'absence-in-correction': {
    status: 422,
    zh: '“{indicator}”已有通过的数据，只能更正为另一个数。',
    en: '“{indicator}” has an accepted figure, which only another figure can correct.',
  },
} as const;
