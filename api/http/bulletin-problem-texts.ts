/** What bulletins refuse: a part of the closed list of problems. */
export const bulletinProblemTexts = {
  'own-bulletin': {
    status: 403,
    zh: '您起草或修改过这份通报，请由另一位工作人员印发。',
    en: 'You wrote some of this bulletin; another official issues it.',
  },
  'bulletin-unnumbered': {
    status: 422,
    zh: '印发前请填写期号和文号。',
    en: 'Give its issue number and its document number before it is issued.',
  },
  'bulletin-outdated': {
    status: 409,
    zh: '起草以后有 {changes} 处数据经更正或撤销通过而变动。请作废本稿，重新起草。',
    en: 'Since it was drafted {changes} numbers changed by corrections or by acceptances taken back. Give this draft up and draft it anew.',
  },
  'nothing-to-correct': {
    status: 409,
    zh: '通报中的数据没有因更正而变动，无需更正说明。',
    en: 'Nothing in the bulletin reads otherwise by accepted corrections.',
  },
  'bulletin-exists': {
    status: 409,
    zh: '已有一份{state}的同类文稿，请在其上继续。',
    en: 'There is one already ({state}); go on with that.',
  },
  'bulletin-month-open': {
    status: 422,
    zh: '该月尚未结束，还不能起草通报。',
    en: 'The month has not ended; its bulletin cannot be drafted yet.',
  },
  'bulletin-part-unknown': {
    status: 422,
    zh: '通报中没有“{part}”这一段。',
    en: 'The bulletin has no part “{part}”.',
  },
  'bulletin-number-changed': {
    status: 422,
    zh: '本段的数据、名单和状态来自冻结的数据，不能增减；请只改文字（方括号留给数据）。',
    en: 'The numbers, names and levels of this part are frozen and cannot be added or taken out; change the words alone (brackets are for numbers).',
  },
  'bulletin-number-typed': {
    status: 422,
    zh: '“{text}”是手写的数据。通报中的数据只能来自冻结的数据，请改用文字表述。',
    en: '“{text}” is a number typed by hand. Numbers of a bulletin come from what is frozen; say it in words.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;
