/** What is refused of read-only tokens: a part of the closed list of problems. */
export const tokenProblemTexts = {
  'token-required': {
    status: 401,
    zh: '读取数据需要令牌：请放在 Authorization: Bearer 之后，或作为基本认证（Basic）的密码。令牌在“开放数据”页面生成。',
    en: 'Reading data needs a token: send it after Authorization: Bearer, or as the password of Basic. Tokens are made on the page “Open data”.',
  },
  'token-unknown': {
    status: 401,
    zh: '令牌不正确，或此令牌不能放在网址中。请核对，或在“开放数据”页面重新生成。',
    en: 'This token is not right, or is not one that may stand in an address. Check it, or make another on the page “Open data”.',
  },
  'token-expired': {
    status: 401,
    zh: '令牌已于 {at} 到期（北京时间）。请在“开放数据”页面重新生成。',
    en: 'This token expired at {at} (Asia/Shanghai). Make another on the page “Open data”.',
  },
  'token-revoked': {
    status: 401,
    zh: '令牌已于 {at} 撤销（北京时间），不能再读取数据。',
    en: 'This token was revoked at {at} (Asia/Shanghai) and reads nothing any more.',
  },
  'token-orphaned': {
    status: 401,
    zh: '生成此令牌的账号已停用，或不再负责该范围，令牌随之失效。',
    en: 'The account that made this token is disabled or no longer has this scope, which ended the token.',
  },
  'token-expiry-outside': {
    status: 422,
    zh: '有效期的最后一天应在 {earliest} 至 {latest} 之间。',
    en: 'The last day of a token must be from {earliest} to {latest}.',
  },
  'token-ended': {
    status: 409,
    zh: '令牌已经撤销。',
    en: 'This token was revoked already.',
  },
} as const;
